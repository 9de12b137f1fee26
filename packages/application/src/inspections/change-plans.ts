import type { Tx } from '@changming/database';
import { createPlanInput, editPlanInput, endPlanInput, type PlanPoints } from '@changming/domain/inspections';
import { addDays, refuse } from '@changming/domain/kernel';

import { command } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { refuseShortPlan } from './insist-on-plan.ts';
import {
  checklistForPlan,
  planInScope,
  planToChange,
  refuseFarPoints,
  refuseStranger,
  saidColumns,
  type StoredPlan,
} from './plan-store.ts';

/** 安排排查: what is owed where, how often and by whom. The same id again is the same plan. The worker makes what it owes at once. */
export const createPlan = command({
  permission: 'inspections.plan',
  name: 'inspections.createPlan',
  input: createPlanInput,
  async run(work, wanted) {
    const { tx, scope, trail } = work;
    const unit = await unitInScope(tx, scope, wanted.unitId);
    refuseLongAgo(wanted.from, work.today);
    refuseWrongEnd(wanted.until, wanted.from);
    const checklist = await checklistForPlan(tx, scope, { checklistId: wanted.checklistId, unitPos: unit.lo });
    await refuseStranger(tx, scope, wanted.doer);
    await refuseFarPoints(tx, unit, wanted.points);
    const id = wanted.id ?? work.newId();
    const beside = { kind: checklist.kind, checklist_id: checklist.id, from_on: wanted.from, end_reason: null, made_to: null };
    const written = await tx
      .insertInto('inspection_plans')
      .values({ id, unit_id: unit.id, ...saidColumns(wanted), ...beside })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) {
      const { version } = await planInScope(tx, scope, id);
      return trail([], { id, version });
    }
    await keepPoints(tx, { id, from: wanted.from }, wanted.points);
    await refuseShortPlan(work, id, wanted.insist);
    await work.enqueue('inspections.sweep', {}, `inspections.plan:${id}`);
    return trail(
      { subjectId: id, unitId: unit.id, before: null, after: { ...told(wanted), checklist: checklist.code } },
      { id, version: 1 },
    );
  },
});

/** What is changed holds for what is made from now on; what stands already stays as it is. */
export const editPlan = command({
  permission: 'inspections.plan',
  name: 'inspections.editPlan',
  input: editPlanInput,
  async run(work, { planId, version, ...wanted }) {
    const { tx, scope, today, trail } = work;
    const before = await planToChange(tx, scope, { id: planId, version, today });
    refuseWrongEnd(wanted.until, before.from_on > today ? before.from_on : today);
    const unit = await unitInScope(tx, scope, before.unit_id);
    await refuseStranger(tx, scope, wanted.doer);
    await refuseFarPoints(tx, unit, wanted.points);
    await savePlan(tx, before, saidColumns(wanted));
    await keepPoints(tx, { id: planId, from: before.from_on > today ? before.from_on : addDays(today, 1) }, wanted.points);
    await refuseShortPlan(work, planId, wanted.insist);
    const { name, rest_days: restDays, grace_minutes: graceMinutes, cadence, to_on: until } = before;
    const said = { before: { name, restDays, graceMinutes, cadence, until }, after: told(wanted) };
    return trail({ subjectId: planId, unitId: before.unit_id, ...said }, { id: planId, version: version + 1 });
  },
});

/** 结束: from `until` on nothing more is owed. What was owed before stays, done or missed. */
export const endPlan = command({
  permission: 'inspections.plan',
  name: 'inspections.endPlan',
  input: endPlanInput,
  async run({ tx, scope, today, trail }, { planId, version, until, reason }) {
    const before = await planToChange(tx, scope, { id: planId, version, today });
    refuseWrongEnd(until, before.from_on > today ? before.from_on : today);
    await savePlan(tx, before, { to_on: until, end_reason: reason });
    return trail({ subjectId: planId, unitId: before.unit_id, before: { until: before.to_on }, after: { until, reason } }, null);
  },
});

/** Everything owed since would be made at once, and nearly all of it missed. */
function refuseLongAgo(from: string, today: string): void {
  const earliest = addDays(today, -366);
  if (from < earliest) refuse('invalid', 'inspections.plan_begins_too_early', { earliest });
}

function refuseWrongEnd(until: string | null, notBefore: string): void {
  if (until !== null && until < notBefore) refuse('invalid', 'inspections.plan_ends_before_today');
}

type Columns = Partial<ReturnType<typeof saidColumns>> & { readonly end_reason?: string };

async function savePlan(tx: Tx, { id, version }: Pick<StoredPlan, 'id' | 'version'>, set: Columns): Promise<void> {
  const saved = await tx
    .updateTable('inspection_plans')
    .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) refuse('conflict', 'inspections.plan_changed_meanwhile', { id });
}

/** Points that are named no more end on `from`; those that are named anew begin on it. */
async function keepPoints(tx: Tx, { id, from }: { readonly id: string; readonly from: string }, points: PlanPoints): Promise<void> {
  const wanted = points.of === 'listed' ? [...new Set(points.pointIds)] : [];
  const there = await tx
    .selectFrom('inspection_plan_points')
    .select('point_id')
    .where('plan_id', '=', id)
    .where('to_on', 'is', null)
    .execute();
  const known = new Set(there.map(({ point_id }) => point_id));
  const dropped = [...known].filter((each) => !wanted.includes(each));
  if (dropped.length > 0)
    await tx
      .updateTable('inspection_plan_points')
      .set((eb) => ({ to_on: eb.fn<string>('greatest', ['from_on', eb.val(from)]) }))
      .where('plan_id', '=', id)
      .where('point_id', 'in', dropped)
      .where('to_on', 'is', null)
      .execute();
  const rows = wanted.filter((each) => !known.has(each)).map((point_id) => ({ plan_id: id, point_id, from_on: from, to_on: null }));
  if (rows.length === 0) return;
  await tx
    .insertInto('inspection_plan_points')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['plan_id', 'point_id', 'from_on']).doUpdateSet({ to_on: null }))
    .execute();
}

function told(wanted: Parameters<typeof saidColumns>[0] & { readonly insist?: string | undefined }) {
  const { name, points, cadence, restDays, graceMinutes, doer, until, insist } = wanted;
  return { name, points: points.of, cadence, restDays, graceMinutes, doer, until, ...(insist === undefined ? {} : { insist }) };
}
