import { type InspectionPlanRow, type Tx, within } from '@changming/database';
import type { CreatePlan, EditPlan, OccurrenceRule, PlanDoer, PlanPoints } from '@changming/domain/inspections';
import { keyOf, refuse } from '@changming/domain/kernel';
import type { UnitRange } from '@changming/domain/units';
import type { Selectable } from 'kysely';

import { initialsOf } from '../units/index.ts';
import { checklistInSight, newestVersion, ownedInSight } from './checklist-store.ts';

export type StoredPlan = Selectable<InspectionPlanRow>;

/** The plan to be changed, held, if it lies in the scope; outside of it a plan is missing, not forbidden. */
export async function planInScope(tx: Tx, scope: readonly UnitRange[], id: string): Promise<StoredPlan> {
  const row = await tx
    .selectFrom('inspection_plans')
    .selectAll()
    .where('id', '=', id)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .forUpdate()
    .executeTakeFirst();
  return row ?? refuse('missing', 'inspections.plan_not_found', { id });
}

/** The plan, if its unit lies within the scope or above it: whoever owes something may know the plan. */
export async function planInSight(tx: Tx, scope: readonly UnitRange[], id: string): Promise<StoredPlan> {
  const row = await tx
    .selectFrom('inspection_plans as plan')
    .innerJoin('units as u', 'u.id', 'plan.unit_id')
    .selectAll('plan')
    .where('plan.id', '=', id)
    .where(ownedInSight(scope))
    .executeTakeFirst();
  return row ?? refuse('missing', 'inspections.plan_not_found', { id });
}

/** The plan in scope, not ended and as the caller saw it. */
export async function planToChange(
  tx: Tx,
  scope: readonly UnitRange[],
  { id, version, today }: { readonly id: string; readonly version: number; readonly today: string },
): Promise<StoredPlan> {
  const plan = await planInScope(tx, scope, id);
  if (plan.to_on !== null && plan.to_on <= today) refuse('conflict', 'inspections.plan_ended', { name: plan.name });
  if (plan.version !== version) refuse('conflict', 'inspections.plan_changed_meanwhile', { id });
  return plan;
}

/** What the plan says of time, for the pure rule. */
export function ruleOf(plan: Pick<StoredPlan, 'cadence' | 'from_on' | 'to_on' | 'rest_days' | 'grace_minutes'>): OccurrenceRule {
  return {
    cadence: plan.cadence,
    from: plan.from_on,
    until: plan.to_on,
    restDays: plan.rest_days,
    graceMinutes: plan.grace_minutes,
  };
}

type Said = Pick<CreatePlan | EditPlan, 'name' | 'points' | 'cadence' | 'restDays' | 'graceMinutes' | 'doer' | 'until'>;

/** The columns that people set. */
export function saidColumns({ name, points, cadence, restDays, graceMinutes, doer, until }: Said) {
  return {
    name,
    cadence: JSON.stringify(cadence),
    points_of: points.of,
    point_kinds: points.of === 'branch' ? [...new Set(points.kinds)] : [],
    rest_days: restDays,
    grace_minutes: graceMinutes,
    post: doer.by === 'post' ? doer.post : null,
    person_id: doer.by === 'person' ? doer.personId : null,
    to_on: until,
    search_key: planSearchKey(name),
  };
}

export function planSearchKey(name: string): string {
  return [name, initialsOf(name)].map(keyOf).join(' ');
}

/** A checklist serves its owner and those below, once it has been published. */
export async function checklistForPlan(
  tx: Tx,
  scope: readonly UnitRange[],
  { checklistId, unitPos }: { readonly checklistId: string; readonly unitPos: number },
) {
  const checklist = await checklistInSight(tx, scope, checklistId);
  if (checklist.retired_on !== null) refuse('conflict', 'inspections.checklist_retired', { name: checklist.name });
  const owner = await tx.selectFrom('units').select(['name', 'lo', 'hi']).where('id', '=', checklist.unit_id).executeTakeFirstOrThrow();
  const serves = owner.lo <= unitPos && unitPos <= owner.hi;
  if (!serves) refuse('invalid', 'inspections.plan_outside_of_checklist', { unit: owner.name });
  if ((await newestVersion(tx, checklistId)) === null) refuse('conflict', 'inspections.checklist_unpublished', { name: checklist.name });
  return checklist;
}

/** Whoever is named works here today and lies in the scope. */
export async function refuseStranger(tx: Tx, scope: readonly UnitRange[], doer: PlanDoer): Promise<void> {
  if (doer.by !== 'person') return;
  const found = await tx
    .selectFrom('persons')
    .select('id')
    .where('id', '=', doer.personId)
    .where('left_on', 'is', null)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .executeTakeFirst();
  if (found === undefined) refuse('missing', 'inspections.person_not_found');
}

/** Points named one by one are open and lie in the branch of the plan. */
export async function refuseFarPoints(tx: Tx, branch: UnitRange, points: PlanPoints): Promise<void> {
  if (points.of !== 'listed') return;
  const wanted = [...new Set(points.pointIds)];
  const found = await tx
    .selectFrom('points')
    .select('id')
    .where('id', 'in', wanted)
    .where('closed_on', 'is', null)
    .where((eb) => within(eb.ref('unit_pos'), [branch]))
    .execute();
  const count = wanted.length - found.length;
  if (count > 0) refuse('invalid', 'inspections.points_outside_of_plan', { count });
}
