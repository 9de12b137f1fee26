import * as contract from '@changming/contract/workforce';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import { call } from '../../api/call.ts';
import { keysetQuery } from '../../api/keyset.ts';
import type { CallArguments } from '../../api/route-types.ts';
import { saveFile } from '../../api/save-file.ts';

export type {
  Candidate,
  Certificate,
  CertificateDetail,
  Certified,
  GateOverride,
  Officer,
  Pooled,
  Staffing,
} from '@changming/contract/workforce';
type Sent<Route extends Parameters<typeof call>[0]> = CallArguments<Route>;

/** A certificate changes what stands in every list of people and posts. */
const key = ['workforce'];

type CertificateSearch = Omit<NonNullable<Sent<typeof contract.listCertificates>['query']>, 'due' | 'after' | 'limit'> & {
  readonly due?: boolean | undefined;
};

export function certificatesQuery({ due, ...search }: CertificateSearch) {
  const query = { ...search, ...(due === true ? { due: 'true' as const } : {}) };
  return keysetQuery([...key, 'certificates', query], (after, signal) =>
    call(contract.listCertificates, { query: { ...query, after }, signal }),
  );
}

export function certificateQuery(certificateId: string) {
  return queryOptions({
    queryKey: [...key, 'certificate', certificateId],
    queryFn: ({ signal }) => call(contract.readCertificate, { params: { certificateId }, signal }),
  });
}

export const certificateItemsQuery = queryOptions({
  queryKey: [...key, 'items'],
  queryFn: ({ signal }) => call(contract.listCertificateItems, { signal }),
  staleTime: 3_600_000,
});

export function certifiedQuery({
  blocked,
  ...search
}: {
  unitId?: string | undefined;
  item?: string | undefined;
  blocked?: boolean | undefined;
}) {
  const query = { ...search, ...(blocked === true ? { blocked: 'true' as const } : {}) };
  return keysetQuery([...key, 'certified', query], (after, signal) => call(contract.listCertified, { query: { ...query, after }, signal }));
}

export type CandidateSearch = { readonly unitId: string; readonly certifiedPost?: string | undefined; readonly q?: string | undefined };

export function candidatesQuery({ unitId, ...query }: CandidateSearch) {
  return queryOptions({
    queryKey: [...key, 'candidates', unitId, query],
    queryFn: ({ signal }) => call(contract.listCandidates, { params: { unitId }, query, signal }),
  });
}

export function staffingQuery({ unitId, failing }: { unitId?: string | undefined; failing?: boolean | undefined }) {
  const query = { unitId, ...(failing === true ? { failing: 'true' as const } : {}) };
  return queryOptions({
    queryKey: [...key, 'staffing', query],
    queryFn: ({ signal }) => call(contract.listStaffing, { query, signal }),
  });
}

export function officersQuery(unitId: string) {
  return queryOptions({
    queryKey: [...key, 'officers', unitId],
    queryFn: ({ signal }) => call(contract.listOfficers, { params: { unitId }, signal }),
  });
}

export function poolQuery(unitId: string) {
  return queryOptions({
    queryKey: [...key, 'pool', unitId],
    queryFn: ({ signal }) => call(contract.listPool, { query: { unitId }, signal }),
  });
}

export function overridesQuery(unitId: string | undefined) {
  return keysetQuery([...key, 'overrides', unitId], (after, signal) => call(contract.listOverrides, { query: { unitId, after }, signal }));
}

/** Does one act and asks every list again. */
export function useCertificateAct<Input, Output>(act: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSuccess: () => client.invalidateQueries({ queryKey: key }) });
}

export const recordCertificate = (body: Sent<typeof contract.recordCertificate>['body']) => call(contract.recordCertificate, { body });

type OnCertificate<Body> = { readonly certificateId: string; readonly body: Body };
export const reviewCertificate = ({ certificateId, body }: OnCertificate<Sent<typeof contract.reviewCertificate>['body']>) =>
  call(contract.reviewCertificate, { params: { certificateId }, body });
export const renewCertificate = ({ certificateId, body }: OnCertificate<Sent<typeof contract.renewCertificate>['body']>) =>
  call(contract.renewCertificate, { params: { certificateId }, body });
export const correctCertificate = ({ certificateId, body }: OnCertificate<Sent<typeof contract.correctCertificate>['body']>) =>
  call(contract.correctCertificate, { params: { certificateId }, body });
export const keepCertificatePhoto = ({ certificateId, body }: OnCertificate<Sent<typeof contract.keepCertificatePhoto>['body']>) =>
  call(contract.keepCertificatePhoto, { params: { certificateId }, body });
export const revokeCertificate = ({ certificateId, body }: OnCertificate<Sent<typeof contract.revokeCertificate>['body']>) =>
  call(contract.revokeCertificate, { params: { certificateId }, body });

export const assignCertified = (body: Sent<typeof contract.assignCertified>['body']) => call(contract.assignCertified, { body });
export const appointStaff = (body: Sent<typeof contract.appoint>['body']) => call(contract.appoint, { body });
export const liftGate = (body: Sent<typeof contract.liftGate>['body']) => call(contract.liftGate, { body });
export const endCertified = ({ certifiedPostId, ...body }: { certifiedPostId: string } & Sent<typeof contract.endCertified>['body']) =>
  call(contract.endCertified, { params: { certifiedPostId }, body });
export const setBodies = ({ unitId, ...body }: { unitId: string } & Sent<typeof contract.setBodies>['body']) =>
  call(contract.setBodies, { params: { unitId }, body });

export const setPartTime = ({ appointmentId, ...body }: { appointmentId: string } & Sent<typeof contract.setPartTime>['body']) =>
  call(contract.setPartTime, { params: { appointmentId }, body });

export function exportCertificates(unitId: string | undefined) {
  return saveFile(contract.exportCertificates, { query: { unitId } });
}
