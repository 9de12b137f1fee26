import { lookOf } from '@changming/domain/inspections';
import { refuse } from '@changming/domain/kernel';

import type { Writing } from '../context.ts';
import { shortfalls } from './frequency.ts';
import type { StoredPlan } from './plan-store.ts';

/**
 * A plan that was just written and looks less often than the colours of its points ask, where no other plan makes up for it, is saved only with
 * a reason; that is kept. Asks nothing of lights-out and dust rounds.
 */
export async function refuseShortPlan(work: Writing, planId: string, reason: string | undefined): Promise<void> {
  const { tx, newId, actor, now } = work;
  const plan = await written(work, planId);
  if (plan.kind !== 'inspection' || plan.points_of === 'unit') return;
  const branch = { lo: plan.lo, hi: plan.hi };
  const by = lookOf(plan.post, { ofGroup: plan.parent_id === null });
  const short = await shortfalls(work, { ranges: [branch], by, planId });
  if (short.length === 0) return;
  const days = Math.min(...short.map((each) => each.days));
  if (reason === undefined) refuse('conflict', 'inspections.plan_falls_short', { count: short.length, days, point: short[0]?.point ?? '' });
  const row = {
    id: newId(),
    plan_id: planId,
    unit_id: plan.unit_id,
    points: short.length,
    reason,
    by_id: actor.personId,
    recorded_at: now,
  };
  await tx.insertInto('inspection_plan_insists').values(row).execute();
}

type Written = Pick<StoredPlan, 'kind' | 'points_of' | 'post' | 'unit_id'> & { lo: number; hi: number; parent_id: string | null };

async function written({ tx }: Writing, planId: string): Promise<Written> {
  return tx
    .selectFrom('inspection_plans as plan')
    .innerJoin('units as u', 'u.id', 'plan.unit_id')
    .select(['plan.kind', 'plan.points_of', 'plan.post', 'plan.unit_id', 'u.lo', 'u.hi', 'u.parent_id'])
    .where('plan.id', '=', planId)
    .executeTakeFirstOrThrow();
}
