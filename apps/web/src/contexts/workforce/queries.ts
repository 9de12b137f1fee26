import * as contract from '@changming/contract/workforce';
import type { Post } from '@changming/domain/workforce';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import { call } from '../../api/call.ts';
import { keysetQuery } from '../../api/keyset.ts';
import type { CallArguments } from '../../api/route-types.ts';

export type { Person, PersonDetail, Responsibility } from '@changming/contract/workforce';
type Sent<Route extends Parameters<typeof call>[0]> = CallArguments<Route>;

/** Everything that shows people: a change to one may move it in every list. */
const key = ['workforce'];

export type PersonFilter = {
  readonly unitId?: string | undefined;
  readonly below?: boolean | undefined;
  readonly q?: string | undefined;
  readonly post?: Post | undefined;
  readonly left?: boolean | undefined;
};

export function personsQuery({ below, left, ...filter }: PersonFilter) {
  return keysetQuery([...key, 'persons', filter, below, left], (after, signal) =>
    call(contract.listPersons, {
      query: { ...filter, after, ...(below === false ? { withBelow: 'false' } : {}), ...(left === true ? { left: 'true' } : {}) },
      signal,
    }),
  );
}

export function personQuery(personId: string) {
  return queryOptions({
    queryKey: [...key, 'person', personId],
    queryFn: ({ signal }) => call(contract.readPerson, { params: { personId }, signal }),
  });
}

export function dutiesQuery(personId: string) {
  return queryOptions({
    queryKey: [...key, 'duties', personId],
    queryFn: ({ signal }) => call(contract.readDuties, { params: { personId }, signal }),
    staleTime: 0,
  });
}

export type Asked = NonNullable<Sent<typeof contract.whoWasResponsible>['query']>;

export function responsibilityQuery(asked: Asked) {
  return queryOptions({
    queryKey: [...key, 'responsibility', asked],
    queryFn: ({ signal }) => call(contract.whoWasResponsible, { query: asked, signal }),
  });
}

export function withoutFirstQuery(unitId: string | undefined) {
  return keysetQuery([...key, 'withoutFirst', unitId], (after, signal) =>
    call(contract.listUnitsWithoutFirst, { query: { unitId, after }, signal }),
  );
}

function useAct<Input, Output>(act: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSuccess: () => client.invalidateQueries({ queryKey: key }) });
}

export function useCreatePerson() {
  return useAct((body: Sent<typeof contract.createPerson>['body']) => call(contract.createPerson, { body }));
}

type Edited = { readonly personId: string; readonly version: number; readonly body: Sent<typeof contract.editPerson>['body'] };

export function useEditPerson() {
  return useAct(({ personId, version, body }: Edited) =>
    call(contract.editPerson, { params: { personId }, body, ifMatch: `"${version}"` }),
  );
}

export function useUnmask() {
  return useMutation({
    mutationFn: ({ personId, ...body }: { personId: string } & Sent<typeof contract.unmask>['body']) =>
      call(contract.unmask, { params: { personId }, body }),
    gcTime: 0,
  });
}

export function useAppoint() {
  return useAct((body: Sent<typeof contract.appoint>['body']) => call(contract.appoint, { body }));
}

export function useEndAppointment() {
  return useAct(({ appointmentId, to }: { readonly appointmentId: string; readonly to: string }) =>
    call(contract.endAppointment, { params: { appointmentId }, body: { to } }),
  );
}

export function useRecordAbsence() {
  return useAct(({ personId, ...body }: { personId: string } & Sent<typeof contract.recordAbsence>['body']) =>
    call(contract.recordAbsence, { params: { personId }, body }),
  );
}

export function useEndAbsence() {
  return useAct(({ absenceId, until }: { readonly absenceId: string; readonly until: string }) =>
    call(contract.endAbsence, { params: { absenceId }, body: { until } }),
  );
}

/** Whether the group knows an identity number. The number is in no key of the cache. */
export function useFindByIdentity() {
  return useMutation({ mutationFn: (identityNumber: string) => call(contract.findByIdentity, { body: { identityNumber } }), gcTime: 0 });
}

export function useLeave() {
  return useAct(({ personId, ...body }: { personId: string } & Sent<typeof contract.leave>['body']) =>
    call(contract.leave, { params: { personId }, body }),
  );
}

export function useHandOver() {
  return useAct(({ personId, ...body }: { personId: string } & Sent<typeof contract.handOver>['body']) =>
    call(contract.handOver, { params: { personId }, body }),
  );
}

export function useRejoin() {
  return useAct(({ personId, ...body }: { personId: string } & Sent<typeof contract.rejoin>['body']) =>
    call(contract.rejoin, { params: { personId }, body }),
  );
}
