import { refuse } from '@changming/domain/kernel';
import { determineKeyInput, endKeyInput } from '@changming/domain/points';

import { type Changed, command, type Writing } from '../context.ts';
import { openPoint, type StoredPoint } from './store.ts';

/** 确定重点部位: marks a point as one that is strictly controlled, from a day on. */
export const determineKeyPosition = command({
  permission: 'points.edit',
  name: 'points.determineKey',
  input: determineKeyInput,
  async run(work, { pointId, from, reason }) {
    const point = await openPoint(work.tx, work.scope, pointId);
    return work.trail(await markKey(work, point, { from, reason }), { from });
  },
});

type Marking = { readonly from: string; readonly reason: string };

/** A point is one once at a time. */
export async function markKey({ tx, actor, newId }: Writing, point: StoredPoint, { from, reason }: Marking): Promise<Changed> {
  if (from < point.opened_on) refuse('invalid', 'points.key_before_opening', { on: point.opened_on });
  const row = { id: newId(), point_id: point.id, unit_id: point.unit_id, reason, from_on: from, determined_by_id: actor.personId };
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('key_positions')
    .values(row)
    .onConflict((conflict) => conflict.column('point_id').where('to_on', 'is', null).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) refuse('conflict', 'points.key_already', { name: point.name });
  return { subjectId: point.id, unitId: point.unit_id, before: null, after: { keyPosition: true, from, reason } };
}

/** 不再作为重点部位; that it was one stays on record. */
export const endKeyPosition = command({
  permission: 'points.edit',
  name: 'points.endKey',
  input: endKeyInput,
  async run(work, { pointId, reason }) {
    const point = await openPoint(work.tx, work.scope, pointId);
    return work.trail(await unmarkKey(work, point, reason), null);
  },
});

export async function unmarkKey({ tx, today }: Writing, point: StoredPoint, reason: string): Promise<Changed> {
  const ended = await tx
    .updateTable('key_positions')
    .set((eb) => ({ to_on: eb.fn('greatest', [eb.val(today), 'from_on']), ending: reason, version: eb('version', '+', 1) }))
    .where('point_id', '=', point.id)
    .where('to_on', 'is', null)
    .executeTakeFirst();
  if (ended.numUpdatedRows === 0n) refuse('conflict', 'points.not_key', { name: point.name });
  return { subjectId: point.id, unitId: point.unit_id, before: { keyPosition: true }, after: { keyPosition: false, reason } };
}
