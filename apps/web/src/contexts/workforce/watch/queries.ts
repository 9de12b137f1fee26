import * as onDuty from '@changming/contract/workforce/on-duty';
import * as contract from '@changming/contract/workforce/watch';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import { call } from '../../../api/call.ts';
import { saveFile } from '../../../api/save-file.ts';

export type { OnDutyAbove } from '@changming/contract/workforce/on-duty';
export type { WatchBoard, WatchRoster, WatchShift } from '@changming/contract/workforce/watch';

const watchKey = ['workforce', 'watch'];
export type RosterSearch = { readonly unitId: string; readonly month: string };

export const boardQuery = queryOptions({
  queryKey: [...watchKey, 'board'],
  queryFn: ({ signal }) => call(contract.readWatchBoard, { signal }),
});

export const onDutyQuery = queryOptions({
  queryKey: [...watchKey, 'onDuty'],
  queryFn: ({ signal }) => call(onDuty.readOnDutyAbove, { signal }),
});

export function useDial() {
  return useMutation({ mutationFn: (personId: string) => call(onDuty.dialOnDuty, { body: { personId } }) });
}

export function rosterQuery(search: RosterSearch) {
  return queryOptions({
    queryKey: [...watchKey, 'roster', search],
    queryFn: ({ signal }) => call(contract.readRoster, { query: search, signal }),
  });
}

export function useRosterFile(search: RosterSearch) {
  return useMutation({ mutationFn: () => saveFile(contract.exportRoster, { query: search }) });
}

export function useAfterWatch(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: watchKey });
}
