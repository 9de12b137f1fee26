import * as contract from '@changming/contract/hazards';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import { call } from '../../api/call.ts';
import { keysetQuery } from '../../api/keyset.ts';
import type { LedgerQuery, QueueQuery } from './ledger-search.ts';

export type { HazardDetail, HazardSummary, LedgerAnswer, LedgerPage, OwnTask, RequestPage, ToListPage } from '@changming/contract/hazards';

export const hazardsKey = ['hazards'];

export function ledgerQuery(filter: LedgerQuery) {
  return keysetQuery([...hazardsKey, 'ledger', filter], (after, signal) =>
    call(contract.listHazards, { query: { ...filter, after }, signal }),
  );
}

/** 待挂牌督办, each with its reasons. */
export const toListQuery = keysetQuery([...hazardsKey, 'toList'], (after, signal) =>
  call(contract.listToList, { query: { after }, signal }),
);

type Requested = contract.RequestPage['items'][number];
/** A request as a row: a hazard of which two things are asked has two. */
export type RequestRow = Omit<Requested, 'id'> & { readonly id: string; readonly hazardId: string };

/** 待我审批, what is due first before the rest. */
export const requestsQuery = keysetQuery([...hazardsKey, 'requests'], async (after, signal) => {
  const page = await call(contract.listRequests, { query: { after }, signal });
  return { ...page, items: page.items.map((each): RequestRow => ({ ...each, id: each.request.id, hazardId: each.id })) };
});

/** 待定级, the most urgent first. */
export function triageQuery(filter: QueueQuery = {}) {
  return keysetQuery([...hazardsKey, 'triage', filter], (after, signal) =>
    call(contract.listToTriage, { query: { ...filter, after }, signal }),
  );
}

/** 待验收 by others than myself. */
export function acceptanceQuery(filter: QueueQuery = {}) {
  return keysetQuery([...hazardsKey, 'acceptance', filter], (after, signal) =>
    call(contract.listToAccept, { query: { ...filter, after }, signal }),
  );
}

export function countsQuery(asked: Pick<LedgerQuery, 'unitId' | 'withBelow' | 'text'>) {
  return queryOptions({
    queryKey: [...hazardsKey, 'counts', asked],
    queryFn: ({ signal }) => call(contract.countHazards, { query: asked, signal }),
  });
}

export function hazardQuery(hazardId: string) {
  return queryOptions({
    queryKey: [...hazardsKey, 'one', hazardId],
    queryFn: ({ signal }) => call(contract.readHazard, { params: { hazardId }, signal }),
  });
}

/** What was given to me to rectify or to look back on. */
export const ownTasksQuery = queryOptions({
  queryKey: [...hazardsKey, 'tasks'],
  queryFn: ({ signal }) => call(contract.listOwnTasks, { signal }),
});

export const viewsQuery = queryOptions({
  queryKey: ['hazard-views'],
  queryFn: ({ signal }) => call(contract.listViews, { signal }),
});

export function measuresQuery(hazardId: string) {
  return queryOptions({
    queryKey: [...hazardsKey, 'measures', hazardId],
    queryFn: ({ signal }) => call(contract.listFailedMeasures, { params: { hazardId }, signal }),
  });
}

export function nameFailedMeasure({ hazardId, measureId }: { readonly hazardId: string; readonly measureId: string }) {
  return call(contract.nameFailedMeasure, { params: { hazardId }, body: { measureId } });
}

export function ledgerAnswersQuery(hazardId: string) {
  return queryOptions({
    queryKey: [...hazardsKey, 'ledgerAnswers', hazardId],
    queryFn: ({ signal }) => call(contract.listLedgerAnswers, { params: { hazardId }, signal }),
  });
}

type TakenBack = Pick<contract.LedgerAnswer, 'batchId' | 'sheet' | 'row'> & { readonly hazardId: string; readonly reason: string };

export function takeBackLedgerAnswer({ hazardId, ...taken }: TakenBack) {
  return call(contract.takeBackLedgerAnswer, { params: { hazardId }, body: taken });
}

export function useViewActs() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: viewsQuery.queryKey });
  const save = useMutation({
    mutationFn: (view: { name: string; filter: Record<string, unknown> }) => call(contract.saveView, { body: view }),
    onSettled,
  });
  const forget = useMutation({ mutationFn: (viewId: string) => call(contract.forgetView, { params: { viewId } }), onSettled });
  return { save, forget };
}

/** Any act on hazards: whatever it changes may move the hazard in every list. The lists follow by themselves; the act is done before. */
export function useHazardMutation<Input, Output>(act: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSettled: () => void client.invalidateQueries({ queryKey: hazardsKey }) });
}
