import { type TrainingPlanRow, within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import { approvePlanInput, draftPlanInput, type planLineInput, setPlanLinesInput } from '@changming/domain/training';
import type { Selectable } from 'kysely';
import type { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { linesOf } from './read-plans.ts';
import { refuseBadLevel } from './session-store.ts';

/** 编制年度培训计划: a draft for a unit and a year, of which there is one. */
export const draftPlan = command({
  permission: 'training.plan',
  name: 'training.draftPlan',
  input: draftPlanInput,
  async run({ tx, scope, newId, trail }, { id = newId(), unitId, year }) {
    await unitInScope(tx, scope, unitId);
    const written = await tx
      .insertInto('training_plans')
      .values({ id, unit_id: unitId, year })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) {
      const same = await tx
        .selectFrom('training_plans')
        .select('unit_id')
        .where('id', '=', id)
        .where((eb) => within(eb.ref('unit_pos'), scope))
        .executeTakeFirst();
      return same === undefined ? refuse('conflict', 'training.plan_exists', { year }) : trail([], { id });
    }
    return trail({ subjectId: id, unitId, before: null, after: { year, state: 'draft' } }, { id });
  },
});

type Line = z.output<typeof planLineInput>;

/** Sets what the plan holds: lines that are named stay themselves, those left out are dropped. A plan that was approved does not change. */
export const setPlanLines = command({
  permission: 'training.plan',
  name: 'training.setPlanLines',
  input: setPlanLinesInput,
  async run(work, { planId, version, lines }) {
    const { tx, trail } = work;
    const plan = await draftHeld(work, planId);
    if (plan.version !== version) refuse('conflict', 'request.stale');
    for (const { category, level } of lines) refuseBadLevel(category, level);
    const before = await linesOf(tx, planId);
    await replaceLines(work, plan, { lines, before });
    await tx
      .updateTable('training_plans')
      .set({ version: version + 1 })
      .where('id', '=', planId)
      .execute();
    const told = { before: { lines: before.length }, after: { lines: lines.length } };
    return trail({ subjectId: planId, unitId: plan.unit_id, ...told }, { id: planId, version: version + 1 });
  },
});

async function replaceLines(
  { tx, newId }: Writing,
  { id: plan_id, unit_id }: Selectable<TrainingPlanRow>,
  { lines, before }: { readonly lines: readonly Line[]; readonly before: readonly { readonly id: string }[] },
): Promise<void> {
  const known = new Set(before.map(({ id }) => id));
  await tx.updateTable('training_plan_lines').set({ dropped: true }).where('plan_id', '=', plan_id).execute();
  const last = await tx
    .selectFrom('training_plan_lines')
    .select((eb) => eb.fn.max('no').as('no'))
    .where('plan_id', '=', plan_id)
    .executeTakeFirst();
  let no = last?.no ?? 0;
  for (const { id, classHours, ...words } of lines) {
    const row = { ...words, class_hours: classHours, dropped: false };
    if (id !== undefined && known.has(id))
      await tx.updateTable('training_plan_lines').set(row).where('id', '=', id).where('plan_id', '=', plan_id).execute();
    else {
      no += 1;
      await tx
        .insertInto('training_plan_lines')
        .values({ id: newId(), plan_id, unit_id, no, ...row })
        .execute();
    }
  }
}

/** 批准: from then on the plan stands as it is, and sessions are arranged from its lines. */
export const approvePlan = command({
  permission: 'training.approvePlan',
  name: 'training.approvePlan',
  input: approvePlanInput,
  async run(work, { planId }) {
    const { tx, today, actor, trail } = work;
    const plan = await draftHeld(work, planId);
    const lines = await linesOf(tx, planId);
    if (lines.length === 0) refuse('conflict', 'training.plan_empty');
    await tx
      .updateTable('training_plans')
      .set({ state: 'approved', approved_on: today, approved_by_id: actor.personId, version: plan.version + 1 })
      .where('id', '=', planId)
      .execute();
    const told = { before: { state: 'draft' }, after: { state: 'approved', lines: lines.length } };
    return trail({ subjectId: planId, unitId: plan.unit_id, ...told }, { id: planId });
  },
});

async function draftHeld({ tx, scope }: Writing, planId: string): Promise<Selectable<TrainingPlanRow>> {
  const plan = await tx
    .selectFrom('training_plans')
    .selectAll()
    .where('id', '=', planId)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .forUpdate()
    .executeTakeFirst();
  if (plan === undefined) return refuse('missing', 'training.plan_not_found', { id: planId });
  if (plan.state === 'approved') refuse('conflict', 'training.plan_approved');
  return plan;
}
