import { type Tx, within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import { keepPointInput } from '@changming/domain/points';
import type { UnitRange } from '@changming/domain/units';

import { command, type Writing } from '../context.ts';
import { openPoint, type StoredPoint } from './store.ts';

/** 点位责任人: a person keeps the point from a day on, in place of whoever kept it. The past stays as it was. */
export const keepPoint = command({
  permission: 'points.edit',
  name: 'points.keep',
  input: keepPointInput,
  async run(work, { pointId, keeperId, from }) {
    const point = await openPoint(work.tx, work.scope, pointId);
    const before = await keeperOn(work.tx, pointId, from);
    await appointKeeper(work, point, { keeperId, from });
    const told = { keeperId, from };
    return work.trail({ subjectId: pointId, unitId: point.unit_id, before: before && { keeperId: before.personId }, after: told }, told);
  },
});

type Keeping = { readonly keeperId: string; readonly from: string };

/** Ends the running appointment the day the next begins; one that began the same day is taken over. */
export async function appointKeeper({ tx, scope, newId }: Writing, point: StoredPoint, { keeperId, from }: Keeping): Promise<void> {
  if (from < point.opened_on) refuse('invalid', 'points.keeper_before_opening', { on: point.opened_on });
  await personInScope(tx, scope, keeperId);
  const running = await tx
    .selectFrom('appointments')
    .select(['id', 'from_on'])
    .where('point_id', '=', point.id)
    .where('post', '=', 'pointKeeper')
    .where('to_on', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (running !== undefined && from < running.from_on) refuse('conflict', 'points.keeper_before_last', { on: running.from_on });
  if (running?.from_on === from) {
    await tx.updateTable('appointments').set({ person_id: keeperId }).where('id', '=', running.id).execute();
    return;
  }
  if (running !== undefined) await tx.updateTable('appointments').set({ to_on: from }).where('id', '=', running.id).execute();
  const row = {
    id: newId(),
    person_id: keeperId,
    unit_id: point.unit_id,
    post: 'pointKeeper' as const,
    point_id: point.id,
    from_on: from,
    to_on: null,
  };
  await tx.insertInto('appointments').values(row).execute();
}

async function personInScope(tx: Tx, scope: readonly UnitRange[], personId: string): Promise<void> {
  const found = await tx
    .selectFrom('persons')
    .select('left_on')
    .where('id', '=', personId)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .executeTakeFirst();
  if (found === undefined || found.left_on !== null) refuse('missing', 'points.keeper_not_found', { id: personId });
}

/** Who kept the point on a day: one answer, or nobody. */
export async function keeperOn(tx: Tx, pointId: string, on: string): Promise<{ personId: string } | null> {
  const found = await tx
    .selectFrom('appointments')
    .select('person_id as personId')
    .where('point_id', '=', pointId)
    .where('post', '=', 'pointKeeper')
    .where('from_on', '<=', on)
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>', on)]))
    .orderBy('from_on', 'desc')
    .executeTakeFirst();
  return found ?? null;
}
