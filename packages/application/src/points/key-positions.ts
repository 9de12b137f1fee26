import { refuse } from '@changming/domain/kernel';
import { determineKeyInput, endKeyInput } from '@changming/domain/points';

import { command } from '../context.ts';
import { openPoint } from './store.ts';

/** 确定重点部位: marks a point as one that is strictly controlled, from a day on. */
export const determineKeyPosition = command({
  permission: 'points.edit',
  name: 'points.determineKey',
  input: determineKeyInput,
  async run({ tx, scope, actor, newId, trail }, { pointId, from, reason }) {
    const point = await openPoint(tx, scope, pointId);
    if (from < point.opened_on) refuse('invalid', 'points.key_before_opening', { on: point.opened_on });
    const row = { id: newId(), point_id: pointId, unit_id: point.unit_id, reason, from_on: from, determined_by_id: actor.personId };
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('key_positions')
      .values(row)
      .onConflict((conflict) => conflict.column('point_id').where('to_on', 'is', null).doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 0n) refuse('conflict', 'points.key_already', { name: point.name });
    return trail({ subjectId: pointId, unitId: point.unit_id, before: null, after: { keyPosition: true, from, reason } }, { from });
  },
});

/** 不再作为重点部位; that it was one stays on record. */
export const endKeyPosition = command({
  permission: 'points.edit',
  name: 'points.endKey',
  input: endKeyInput,
  async run({ tx, scope, today, trail }, { pointId, reason }) {
    const point = await openPoint(tx, scope, pointId);
    const ended = await tx
      .updateTable('key_positions')
      .set((eb) => ({ to_on: eb.fn('greatest', [eb.val(today), 'from_on']), ending: reason, version: eb('version', '+', 1) }))
      .where('point_id', '=', pointId)
      .where('to_on', 'is', null)
      .executeTakeFirst();
    if (ended.numUpdatedRows === 0n) refuse('conflict', 'points.not_key', { name: point.name });
    const told = { before: { keyPosition: true }, after: { keyPosition: false, reason } };
    return trail({ subjectId: pointId, unitId: point.unit_id, ...told }, null);
  },
});
