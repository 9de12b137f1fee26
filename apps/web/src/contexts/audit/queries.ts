import * as contract from '@changming/contract/audit';
import { queryOptions } from '@tanstack/react-query';

import { call } from '../../api/call.ts';
import { keysetQuery } from '../../api/keyset.ts';

export type TrailEntry = contract.TrailEntry;
export type TrailFilter = {
  readonly personId?: string | undefined;
  readonly who?: string | undefined;
  readonly verb?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly unitId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

export function trailQuery(filter: TrailFilter) {
  return keysetQuery(['audit', 'trail', filter], (after, signal) => call(contract.searchTrail, { query: { ...filter, after }, signal }));
}

export function recordTrailQuery(subjectId: string) {
  return keysetQuery(['audit', 'record', subjectId], (after, signal) =>
    call(contract.readRecordTrail, { params: { subjectId }, query: { after, limit: '20' }, signal }),
  );
}

/** Under the same key as that of a record: it too is asked again after every change. */
export function accountTrailQuery(accountId: string) {
  return keysetQuery(['audit', 'record', accountId], (after, signal) =>
    call(contract.readAccountTrail, { params: { accountId }, query: { after, limit: '20' }, signal }),
  );
}

export const sealingQuery = queryOptions({
  queryKey: ['audit', 'sealing'],
  queryFn: ({ signal }) => call(contract.readSealing, { signal }),
  refetchInterval: 60_000,
});
