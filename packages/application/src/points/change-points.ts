import { randomBytes } from 'node:crypto';

import { closePointInput, createPointInput, editPointInput, plateCode } from '@changming/domain/points';
import { refuse } from '@changming/domain/kernel';

import { command, type Writing } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { appointKeeper } from './keep-point.ts';
import { openPoint, pointSearchKey, savePoint } from './store.ts';

/** Creates a point with a code of its own; the same id again answers the same point. */
export const createPoint = command({
  permission: 'points.edit',
  name: 'points.create',
  input: createPointInput,
  async run(work, { unitId, name, kind, keeper, ...given }) {
    const { tx, scope, today, trail } = work;
    await unitInScope(tx, scope, unitId);
    const id = given.id ?? work.newId();
    const code = plateCode(randomBytes(64));
    const row = { id, code, name, kind, unit_id: unitId, search_key: pointSearchKey(name, code), opened_on: today, closed_on: null };
    const point = await tx
      .insertInto('points')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returningAll()
      .executeTakeFirst();
    if (point === undefined) return trail([], await sameAgain(work, id));
    if (keeper !== undefined)
      await appointKeeper(work, point, { keeperId: keeper.keeperId, from: keeper.from < today ? today : keeper.from });
    return trail({ subjectId: id, unitId, before: null, after: { name, kind, code, keeper } }, { id, code });
  },
});

async function sameAgain({ tx, scope }: Writing, id: string): Promise<{ id: string; code: string }> {
  const { code } = await openPoint(tx, scope, id);
  return { id, code };
}

export const editPoint = command({
  permission: 'points.edit',
  name: 'points.edit',
  input: editPointInput,
  async run({ tx, scope, trail }, { pointId, version, name, kind }) {
    const before = await openPoint(tx, scope, pointId);
    if (before.version !== version) refuse('conflict', 'points.changed_meanwhile', { id: pointId });
    await savePoint(tx, before, { name, kind, search_key: pointSearchKey(name, before.code) });
    const told = { before: { name: before.name, kind: before.kind }, after: { name, kind } };
    return trail({ subjectId: pointId, unitId: before.unit_id, ...told }, { id: pointId, version: version + 1 });
  },
});

/** Its plate answers no more; whoever kept it keeps it no longer. */
export const closePoint = command({
  permission: 'points.edit',
  name: 'points.close',
  input: closePointInput,
  async run({ tx, scope, today, trail }, { pointId, reason }) {
    const before = await openPoint(tx, scope, pointId);
    await savePoint(tx, before, { closed_on: today });
    await tx
      .updateTable('appointments')
      .set({ to_on: today })
      .where('point_id', '=', pointId)
      .where('to_on', 'is', null)
      .where('from_on', '<', today)
      .execute();
    return trail({ subjectId: pointId, unitId: before.unit_id, before: null, after: { closedOn: today, reason } }, null);
  },
});
