import { exportPlans, orderPlans } from '@changming/contract/inspections/documents';
import * as contract from '@changming/contract/inspections/plans';
import type { RoundKind } from '@changming/domain/inspections';
import { queryOptions, useMutation } from '@tanstack/react-query';

import { call } from '../../api/call.ts';
import { keysetQuery } from '../../api/keyset.ts';
import type { BodyOf } from '../../api/route-types.ts';
import { saveFile } from '../../api/save-file.ts';
import { inspectionsKey } from './inspections-key.ts';

export type { Plan, PlanDetail } from '@changming/contract/inspections/plans';
export type Shortfall = contract.Shortfalls['items'][number];

const key = [...inspectionsKey, 'plans'];

export type PlanSearch = {
  readonly unitId?: string | undefined;
  readonly withBelow?: boolean | undefined;
  readonly kind?: readonly RoundKind[] | undefined;
  readonly checklistId?: string | undefined;
  readonly ended?: boolean | undefined;
  readonly q?: string | undefined;
};

export function plansQuery(search: PlanSearch) {
  const query = planQueryOf(search);
  return keysetQuery([...key, query], (after, signal) => call(contract.listPlans, { query: { ...query, after }, signal }));
}

/** 频次不足 of a branch. */
export function shortfallsQuery({ unitId, withBelow }: Pick<PlanSearch, 'unitId' | 'withBelow'>) {
  const query = { ...(unitId === undefined ? {} : { unitId }), ...(withBelow === false ? { withBelow: 'false' as const } : {}) };
  return queryOptions({
    queryKey: [...key, 'shortfalls', query],
    queryFn: ({ signal }) => call(contract.listShortfalls, { query, signal }),
  });
}

function planQueryOf({ withBelow, ended, ...rest }: PlanSearch) {
  return {
    ...rest,
    ...(withBelow === false ? { withBelow: 'false' as const } : {}),
    ...(ended === true ? { ended: 'true' as const } : {}),
  };
}

export function planQuery(planId: string) {
  return queryOptions({
    queryKey: [...key, 'one', planId],
    queryFn: ({ signal }) => call(contract.readPlan, { params: { planId }, signal }),
  });
}

export type NewPlan = BodyOf<typeof contract.createPlan> & { readonly id: string };
export type ChangedPlan = BodyOf<typeof contract.editPlan> & { readonly id: string };

export function createPlan(plan: NewPlan) {
  return call(contract.createPlan, { body: plan, idempotencyKey: plan.id });
}

export function editPlan({ id: planId, ...body }: ChangedPlan) {
  return call(contract.editPlan, { params: { planId }, body });
}

type Ending = { readonly id: string; readonly version: number; readonly until: string; readonly reason: string };

export function endPlan({ id: planId, ...body }: Ending) {
  return call(contract.endPlan, { params: { planId }, body });
}

export function usePlansFile(search: PlanSearch) {
  return useMutation({ mutationFn: () => saveFile(exportPlans, { query: planQueryOf(search) }) });
}

export function orderPlansFile(search: PlanSearch) {
  return call(orderPlans, { query: planQueryOf(search) });
}
