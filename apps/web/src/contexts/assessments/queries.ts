import * as contract from '@changming/contract/assessments';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import { call } from '../../api/call.ts';
import { keysetQuery } from '../../api/keyset.ts';
import { newId } from '../../api/new-id.ts';
import type { Answer, CallArguments, CallableRoute } from '../../api/route-types.ts';

export type { AssessmentAppeal, AssessmentRun, AssessmentSchemeHead } from '@changming/contract/assessments';

export type Result = Answer<typeof contract.listResults>['items'][number];
export type Explanation = Answer<typeof contract.readResult>;
export type RunDetail = Answer<typeof contract.readRun>;
export type SchemeDetail = Answer<typeof contract.readScheme>;
export type CountedRecord = Answer<typeof contract.listRecords>['items'][number];
/** A unit of a restated run whose result is another one. */
export type RestatedUnit = Answer<typeof contract.readDiff>['items'][number];
/** 加分、扣分、一票否决、给分、更正 */
export type Finding = Answer<typeof contract.listFindings>['items'][number];
export type Trend = Answer<typeof contract.readTrend>;

export const assessmentsKey = ['assessments'];
const key = assessmentsKey;

type Query<Route extends CallableRoute> = Omit<NonNullable<CallArguments<Route>['query']>, 'after'>;

export function runsQuery(filter: Query<typeof contract.listRuns> = {}) {
  return keysetQuery([...key, 'runs', filter], (after, signal) => call(contract.listRuns, { query: { ...filter, after }, signal }));
}

export function runQuery(runId: string) {
  return queryOptions({
    queryKey: [...key, 'run', runId],
    queryFn: ({ signal }) => call(contract.readRun, { params: { runId }, signal }),
  });
}

export function receiptQuery(runId: string) {
  return queryOptions({
    queryKey: [...key, 'receipt', runId],
    queryFn: ({ signal }) => call(contract.readReceipt, { params: { runId }, signal }),
  });
}

export function diffQuery(runId: string) {
  return keysetQuery([...key, 'diff', runId], (after, signal) => call(contract.readDiff, { params: { runId }, query: { after }, signal }));
}

/** 排名; each row carries its unit's id as its own. */
export function resultsQuery(runId: string, filter: Query<typeof contract.listResults>) {
  return keysetQuery([...key, 'results', runId, filter], async (after, signal) => {
    const page = await call(contract.listResults, { params: { runId }, query: { ...filter, after }, signal });
    return {
      items: page.items.map((row) => ({ ...row, id: row.unitId })),
      next: page.next,
      total: { count: page.total, capped: false },
    };
  });
}

/** The average of the branch and how many stand in which grade. */
export function figureQuery(runId: string, filter: Pick<Query<typeof contract.listResults>, 'unitId' | 'kind'>) {
  return queryOptions({
    queryKey: [...key, 'figure', runId, filter],
    queryFn: async ({ signal }) => (await call(contract.listResults, { params: { runId }, query: { ...filter, limit: 1 }, signal })).figure,
  });
}

export function explanationQuery(runId: string, unitId: string) {
  return queryOptions({
    queryKey: [...key, 'result', runId, unitId],
    queryFn: ({ signal }) => call(contract.readResult, { params: { runId, unitId }, signal }),
  });
}

type Of = { readonly runId: string; readonly unitId: string; readonly indicator: string };

type OfSide = Pick<Query<typeof contract.checkRecords>, 'side' | 'measure'>;

/** The records alone: how many pages there are is not known before all of them are found. */
export function recordsQuery(of: Of, filter: OfSide) {
  return keysetQuery([...key, 'records', of, filter], (after, signal) =>
    call(contract.listRecords, { params: of, query: { ...filter, check: 'false', after }, signal }),
  );
}

/** How many of the records of a measure are majors without their five commitments. */
export function planGapsQuery(of: Of, measure: string) {
  return queryOptions({
    queryKey: [...key, 'planGaps', of, measure],
    queryFn: ({ signal }) => call(contract.countPlanGaps, { params: of, query: { measure }, signal }),
  });
}

/** Whether they are still the very ones that were counted. All of them are found anew for it, so the first page does not wait for this. */
export function recordsCheckQuery(of: Of, filter: OfSide) {
  return queryOptions({
    queryKey: [...key, 'recordsCheck', of, filter],
    queryFn: ({ signal }) => call(contract.checkRecords, { params: of, query: filter, signal }),
  });
}

export function trendQuery(unitId: string, scheme: string, periodKind: 'month' | 'quarter' | 'half' | 'year' = 'quarter') {
  return queryOptions({
    queryKey: [...key, 'trend', unitId, scheme, periodKind],
    queryFn: ({ signal }) => call(contract.readTrend, { params: { unitId }, query: { scheme, periodKind }, signal }),
  });
}

export function schemesQuery() {
  return queryOptions({ queryKey: [...key, 'schemes'], queryFn: ({ signal }) => call(contract.listSchemes, { signal }) });
}

export function schemeQuery(code: string, version: number) {
  return queryOptions({
    queryKey: [...key, 'scheme', code, version],
    queryFn: ({ signal }) => call(contract.readScheme, { params: { code, version }, signal }),
  });
}

export function findingsQuery(filter: Query<typeof contract.listFindings>) {
  return keysetQuery([...key, 'findings', filter], (after, signal) => call(contract.listFindings, { query: { ...filter, after }, signal }));
}

function useAct<Input, Output>(act: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSettled: () => client.invalidateQueries({ queryKey: key }) });
}

type Body<Route extends CallableRoute> = CallArguments<Route> extends { readonly body: infer Sent } ? Sent : never;

export function useOrderRun() {
  return useAct((body: Body<typeof contract.orderRun>) => call(contract.orderRun, { body, idempotencyKey: newId() }));
}

export const preparingSteps = ['ask', 'hearAppeals', 'review'] as const;
export const concludingSteps = ['finalise', 'publish', 'archive'] as const;
export type RunStep = (typeof preparingSteps)[number] | (typeof concludingSteps)[number];

function isPreparing(step: RunStep): step is (typeof preparingSteps)[number] {
  return preparingSteps.some((each) => each === step);
}

export function useMoveRun(runId: string) {
  return useAct(({ step, ...body }: { readonly step: RunStep; readonly note?: string }) =>
    isPreparing(step)
      ? call(contract.moveRun, { params: { runId, step }, body })
      : call(contract.concludeRun, { params: { runId, step }, body }),
  );
}

export function useConfirmResult(of: Pick<Of, 'runId' | 'unitId'>) {
  return useAct(() => call(contract.confirmResult, { params: of }));
}

export function useLodgeAppeal(of: Pick<Of, 'runId' | 'unitId'>) {
  return useAct((body: Body<typeof contract.lodgeAppeal>) => call(contract.lodgeAppeal, { params: of, body, idempotencyKey: newId() }));
}

export function useAnswerAppeal(appealId: string) {
  return useAct((body: Body<typeof contract.answerAppeal>) => call(contract.answerAppeal, { params: { appealId }, body }));
}

export function useProposeFinding() {
  return useAct((body: Body<typeof contract.proposeFinding>) => call(contract.proposeFinding, { body, idempotencyKey: newId() }));
}

export function useDecideFinding(findingId: string) {
  return useAct((body: Body<typeof contract.decideFinding>) => call(contract.decideFinding, { params: { findingId }, body }));
}

export function useSaveScheme() {
  return useAct((body: Body<typeof contract.saveScheme>) => call(contract.saveScheme, { body }));
}

export function usePublishScheme(code: string, version: number) {
  return useAct((body: Body<typeof contract.publishScheme>) => call(contract.publishScheme, { params: { code, version }, body }));
}
