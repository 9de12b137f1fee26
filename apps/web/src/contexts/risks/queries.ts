import * as contract from '@changming/contract/risks';
import type { CreateRisk, RiskKind, RiskLevel, RiskStage } from '@changming/domain/risks';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import { call } from '../../api/call.ts';
import { keysetQuery } from '../../api/keyset.ts';
import { saveFile } from '../../api/save-file.ts';

export type { MeasureChoice, Risk, RiskCard, RiskDetail, RiskMap, RiskScale } from '@changming/contract/risks';

const risksKey = ['risks'];

export type RiskSearch = {
  readonly unitId?: string | undefined;
  readonly withBelow?: boolean | undefined;
  readonly level?: readonly RiskLevel[] | undefined;
  readonly stage?: readonly RiskStage[] | undefined;
  readonly kind?: readonly RiskKind[] | undefined;
  readonly pointId?: string | undefined;
  readonly due?: boolean | undefined;
  readonly q?: string | undefined;
};

export function risksQuery({ withBelow, due, ...rest }: RiskSearch) {
  const query = { ...rest, withBelow: flag(withBelow), due: flag(due) };
  return keysetQuery([...risksKey, query], (after, signal) => call(contract.listRisks, { query: { ...query, after }, signal }));
}

function flag(on: boolean | undefined): 'true' | 'false' | undefined {
  return on === undefined ? undefined : (String(on) as 'true' | 'false');
}

export function countsQuery({ unitId, withBelow }: Pick<RiskSearch, 'unitId' | 'withBelow'>) {
  const query = { unitId, withBelow: flag(withBelow) };
  return queryOptions({
    queryKey: [...risksKey, 'counts', query],
    queryFn: ({ signal }) => call(contract.countRisks, { query, signal }),
  });
}

export function riskQuery(riskId: string) {
  return queryOptions({
    queryKey: [...risksKey, 'one', riskId],
    queryFn: ({ signal }) => call(contract.readRisk, { params: { riskId }, signal }),
  });
}

type MeasureSearch = { readonly unitId: string; readonly q: string; readonly chosen: string | null };

/** Measures of a unit's risks to choose from. */
export function pickMeasuresQuery({ unitId, q, chosen }: MeasureSearch) {
  const query = { unitId, ...(q === '' ? {} : { q }), ...(chosen === null ? {} : { chosen }) };
  return queryOptions({
    queryKey: [...risksKey, 'measures', query],
    queryFn: ({ signal }) => call(contract.listMeasures, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export const scalesQuery = queryOptions({
  queryKey: [...risksKey, 'scales'],
  queryFn: ({ signal }) => call(contract.listScales, { signal }),
});

export function mapQuery(planId: string) {
  return queryOptions({
    queryKey: [...risksKey, 'map', planId],
    queryFn: ({ signal }) => call(contract.readRiskMap, { params: { planId }, signal }),
  });
}

export function cardQuery(code: string) {
  return queryOptions({
    queryKey: [...risksKey, 'card', code],
    queryFn: ({ signal }) => call(contract.readRiskCard, { params: { code }, signal }),
  });
}

/** An act on a risk, or on what stands on a map: lists, counts and maps are asked again. */
export function useRiskAct<Input, Output>(act: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSettled: () => client.invalidateQueries({ queryKey: risksKey }) });
}

export function useRegisterFile(search: RiskSearch) {
  return useMutation({ mutationFn: () => saveFile(contract.exportRegister, { body: { ...documentOf(search) } }) });
}

/** The filter as it is posted: lists of its own, flags as they are. */
function documentOf({ level, stage, kind, ...rest }: RiskSearch) {
  return { ...rest, level: level && [...level], stage: stage && [...stage], kind: kind && [...kind] };
}

type Content = Omit<CreateRisk, 'id' | 'unitId'>;
export type NewRisk = Content & { readonly id: string; readonly unitId: string };
export type ChangedRisk = Content & { readonly id: string; readonly version: number };

export function createRisk(risk: NewRisk) {
  return call(contract.createRisk, { body: risk, idempotencyKey: risk.id });
}

export function editRisk({ id: riskId, ...change }: ChangedRisk) {
  return call(contract.editRisk, { params: { riskId }, body: change });
}

export function regradeRisk({ id: riskId, ...change }: ChangedRisk) {
  return call(contract.regradeRisk, { params: { riskId }, body: change });
}

const steps = { review: contract.reviewRisk, sendBack: contract.sendBackRisk, publish: contract.publishRisk } as const;
export type PlainStep = keyof typeof steps;

export function takeStep({ id: riskId, step, note }: { readonly id: string; readonly step: PlainStep; readonly note: string | null }) {
  return call(steps[step], { params: { riskId }, body: { note } });
}

export function archiveRisk({ id: riskId, reason }: { readonly id: string; readonly reason: string }) {
  return call(contract.archiveRisk, { params: { riskId }, body: { reason } });
}

type Asking = {
  readonly id: string;
  readonly cause: 'process' | 'equipment' | 'layout' | 'fourNew' | 'accident' | 'law';
  readonly note: string;
};

export function askRegrading({ id: riskId, ...asked }: Asking) {
  return call(contract.askRegrading, { params: { riskId }, body: asked });
}

type WantedMap = { readonly planId: string; readonly by: 'shown' | 'inherent'; readonly numbered: boolean };

/** 四色图 as a PDF of the server; whoever may number prints has one in force first, so that the sheet can be asked whether it holds. */
export async function printMap({ planId, by, numbered }: WantedMap): Promise<void> {
  if (numbered) await call(contract.issueRiskMap, { params: { planId } });
  await saveFile(contract.printRiskMap, { params: { planId }, query: { by } });
}
