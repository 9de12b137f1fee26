import { refuse } from '@changming/domain/kernel';
import { placePointInput, removePlaceInput } from '@changming/domain/points';

import { command, type Writing } from '../context.ts';
import { openSheet, replaceCurrent, type StoredSheet } from './sheet-store.ts';
import { pointInScope } from './store.ts';

/** Puts a point on a floor plan, or moves it there. Prints of the map made before no longer hold. */
export const placePoint = command({
  permission: 'points.edit',
  name: 'points.place',
  input: placePointInput,
  async run(work, { sheetId, pointId, x, y }) {
    const { tx, today, trail } = work;
    const plan = await openPlan(work, sheetId);
    await refuseBeyond(work, plan, pointId);
    const before = await placeOf(work, sheetId, pointId);
    await tx
      .insertInto('plan_places')
      .values({ sheet_id: sheetId, point_id: pointId, x, y, placed_on: today })
      .onConflict((conflict) => conflict.columns(['sheet_id', 'point_id']).doUpdateSet({ x, y, placed_on: today }))
      .execute();
    await outdateMapOf(work, sheetId);
    return trail({ subjectId: pointId, unitId: plan.unit_id, before, after: { planId: sheetId, x, y } }, { x, y });
  },
});

/** Takes a point off a floor plan. */
export const removePlace = command({
  permission: 'points.edit',
  name: 'points.removePlace',
  input: removePlaceInput,
  async run(work, { sheetId, pointId }) {
    const plan = await openPlan(work, sheetId);
    const before = await placeOf(work, sheetId, pointId);
    if (before === null) refuse('missing', 'points.not_placed', { id: pointId });
    await work.tx.deleteFrom('plan_places').where('sheet_id', '=', sheetId).where('point_id', '=', pointId).execute();
    await outdateMapOf(work, sheetId);
    return work.trail({ subjectId: pointId, unitId: plan.unit_id, before, after: { planId: sheetId } }, null);
  },
});

async function openPlan({ tx, scope }: Writing, sheetId: string): Promise<StoredSheet> {
  const sheet = await openSheet(tx, scope, sheetId);
  return sheet.kind === 'floorPlan' ? sheet : refuse('conflict', 'points.not_a_floor_plan', { name: sheet.name });
}

/** On the plan of a unit stand its own points and those of the units below it. */
async function refuseBeyond({ tx, scope }: Writing, plan: StoredSheet, pointId: string): Promise<void> {
  const point = await pointInScope(tx, scope, pointId);
  const unit = await tx.selectFrom('units').select(['lo', 'hi']).where('id', '=', plan.unit_id).executeTakeFirstOrThrow();
  const isInside = unit.lo <= point.unit_pos && point.unit_pos <= unit.hi;
  if (!isInside) refuse('invalid', 'points.point_elsewhere', { name: point.name });
}

async function placeOf({ tx }: Writing, sheetId: string, pointId: string) {
  const found = await tx
    .selectFrom('plan_places')
    .select(['x', 'y'])
    .where('sheet_id', '=', sheetId)
    .where('point_id', '=', pointId)
    .executeTakeFirst();
  return found ?? null;
}

/** The plan itself has changed: prints of its map no longer hold. */
export async function outdateMapOf(work: Pick<Writing, 'tx' | 'today'>, planId: string): Promise<void> {
  const maps = await work.tx.selectFrom('point_sheets').select('id').where('plan_id', '=', planId).execute();
  for (const { id } of maps) await replaceCurrent(work, id);
}

/** The inherent colour of a point has changed: prints of the maps it stands on no longer hold. */
export async function outdateMapsWith(work: Writing, pointId: string): Promise<void> {
  const plans = await work.tx.selectFrom('plan_places').select('sheet_id').where('point_id', '=', pointId).execute();
  for (const { sheet_id } of plans) await outdateMapOf(work, sheet_id);
}
