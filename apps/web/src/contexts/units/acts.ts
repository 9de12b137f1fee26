import * as contract from '@changming/contract/units';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { call } from '../../api/call.ts';
import { newId } from '../../api/new-id.ts';
import type { CallArguments, CallableRoute } from '../../api/route-types.ts';

type Body<Route extends CallableRoute> = CallArguments<Route> extends { readonly body: infer Sent } ? Sent : never;

/** A change of the tree shows everywhere a unit is named, so everything is asked again, without anybody waiting for it. */
function useUnitAct<Input, Output>(act: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSuccess: () => void client.invalidateQueries() });
}

/** `id` is made once per form, so that a second send creates nothing more. */
export function useCreateUnit() {
  return useUnitAct((body: Body<typeof contract.createUnit> & { readonly id: string }) =>
    call(contract.createUnit, { body, idempotencyKey: body.id }),
  );
}

export function useRenameUnit(unitId: string) {
  return useUnitAct((body: Body<typeof contract.renameUnit>) => call(contract.renameUnit, { params: { unitId }, body }));
}

export function useMoveUnit(unitId: string) {
  return useUnitAct((body: Body<typeof contract.moveUnit>) => call(contract.moveUnit, { params: { unitId }, body }));
}

export function useMergeUnits(unitId: string) {
  return useUnitAct((body: Body<typeof contract.mergeUnits>) => call(contract.mergeUnits, { params: { unitId }, body }));
}

export function useSplitUnit(unitId: string) {
  return useUnitAct((body: Body<typeof contract.splitUnit>) =>
    call(contract.splitUnit, { params: { unitId }, body, idempotencyKey: newId() }),
  );
}

export function useCloseUnit(unitId: string) {
  return useUnitAct((body: Body<typeof contract.closeUnit>) => call(contract.closeUnit, { params: { unitId }, body }));
}

type Edited = { readonly version: number; readonly body: Body<typeof contract.editProfile> };

/** Refused when somebody else saved since `version` was read. */
export function useEditProfile(unitId: string) {
  return useUnitAct(({ version, body }: Edited) => call(contract.editProfile, { params: { unitId }, body, ifMatch: `"${version}"` }));
}
