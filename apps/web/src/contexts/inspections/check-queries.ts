import { readCoverage } from '@changming/contract/inspections/coverage';
import {
  exportCoverage,
  exportOccurrences,
  orderOccurrences,
  printResult,
  printResultPdf,
} from '@changming/contract/inspections/documents';
import * as contract from '@changming/contract/inspections/occurrences';
import {
  correctResult as correctResultRoute,
  readCheckBehind,
  readResult,
  reportFailure as reportFailureRoute,
} from '@changming/contract/inspections/results';
import type { MissReason, OccurrenceState, RoundKind, Shift } from '@changming/domain/inspections';
import { queryOptions, useMutation } from '@tanstack/react-query';

import { call } from '../../api/call.ts';
import { keysetQuery } from '../../api/keyset.ts';
import type { CallArguments } from '../../api/route-types.ts';
import { saveFile } from '../../api/save-file.ts';
import { inspectionsKey } from './inspections-key.ts';

export type { Coverage, CoverageLine } from '@changming/contract/inspections/coverage';
export type { Occurrence, OccurrenceDetail } from '@changming/contract/inspections/occurrences';
export type { CheckResult } from '@changming/contract/inspections/results';

const key = [...inspectionsKey, 'occurrences'];

type Flag = 'unexplained' | 'failed' | 'late' | 'byHand';

export type OccurrenceSearch = { readonly [Name in Flag]?: boolean | undefined } & {
  readonly unitId?: string | undefined;
  readonly withBelow?: boolean | undefined;
  readonly from: string;
  readonly to: string;
  readonly state?: readonly OccurrenceState[] | undefined;
  readonly kind?: readonly RoundKind[] | undefined;
  readonly shift?: readonly Shift[] | undefined;
  readonly planId?: string | undefined;
  readonly pointId?: string | undefined;
};

export function occurrencesQuery(search: OccurrenceSearch) {
  const query = occurrenceQueryOf(search);
  return keysetQuery([...key, query], (after, signal) => call(contract.listOccurrences, { query: { ...query, after }, signal }));
}

function occurrenceQueryOf({ withBelow, unexplained, failed, late, byHand, ...rest }: OccurrenceSearch) {
  const flags = Object.entries({ unexplained, failed, late, byHand }).filter(([, on]) => on === true);
  return {
    ...rest,
    ...(withBelow === false ? { withBelow: 'false' as const } : {}),
    ...(Object.fromEntries(flags.map(([name]) => [name, 'true'])) as { [Name in Flag]?: 'true' }),
  };
}

export function occurrenceQuery(occurrenceId: string) {
  return queryOptions({
    queryKey: [...key, 'one', occurrenceId],
    queryFn: ({ signal }) => call(contract.readOccurrence, { params: { occurrenceId }, signal }),
  });
}

export function resultQuery(resultId: string) {
  return queryOptions({
    queryKey: [...inspectionsKey, 'results', resultId],
    queryFn: ({ signal }) => call(readResult, { params: { resultId }, signal }),
  });
}

export function behindQuery(hazardId: string) {
  return queryOptions({
    queryKey: [...inspectionsKey, 'behind', hazardId],
    queryFn: ({ signal }) => call(readCheckBehind, { params: { hazardId }, signal }),
  });
}

export type CoverageSearch = {
  readonly unitId?: string | undefined;
  readonly period?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly kind?: readonly RoundKind[] | undefined;
};

export function coverageQuery(query: CoverageSearch) {
  return queryOptions({
    queryKey: [...inspectionsKey, 'coverage', query],
    queryFn: ({ signal }) => call(readCoverage, { query, signal }),
  });
}

type Failed = { readonly resultId: string; readonly item: string; readonly hazardId: string };

/** 把异常报为隐患; its words, category and photos are taken from the item and its answer. */
export function reportFailure({ resultId, item, hazardId }: Failed) {
  return call(reportFailureRoute, { params: { resultId, item }, body: { id: hazardId } });
}

type Correcting = { readonly resultId: string; readonly body: CallArguments<typeof correctResultRoute>['body'] };

/** 更正; the id of the new result was made once a form. */
export function correctResult({ resultId, body }: Correcting) {
  return call(correctResultRoute, { params: { resultId }, body });
}

type Explained = { readonly ids: string[]; readonly reason: MissReason; readonly note?: string };

export function explainMisses(body: Explained) {
  return call(contract.explainMisses, { body });
}

export function useOccurrencesFile(search: OccurrenceSearch) {
  return useMutation({ mutationFn: () => saveFile(exportOccurrences, { query: occurrenceQueryOf(search) }) });
}

export function orderOccurrencesFile(search: OccurrenceSearch) {
  return call(orderOccurrences, { query: occurrenceQueryOf(search) });
}

export function useCoverageFile(query: CoverageSearch) {
  return useMutation({ mutationFn: () => saveFile(exportCoverage, { query }) });
}

export function useResultFile(resultId: string) {
  return useMutation({ mutationFn: () => saveFile(printResult, { params: { resultId } }) });
}

export function useResultPdf(resultId: string) {
  return useMutation({ mutationFn: () => saveFile(printResultPdf, { params: { resultId } }) });
}
