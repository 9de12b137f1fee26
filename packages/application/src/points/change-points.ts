import { closePointInput, createPointInput, editPointInput } from '@changming/domain/points';
import { laterOf, refuse } from '@changming/domain/kernel';

import { command, type Writing } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { detailsOf, detailsWith, newDetails } from './details.ts';
import { insertPoint, rewritePoint } from './insert-point.ts';
import { appointKeeper } from './keep-point.ts';
import { openPoint, savePoint } from './store.ts';

/** Creates a point with a code of its own; the same id again answers the same point. */
export const createPoint = command({
  permission: 'points.edit',
  name: 'points.create',
  input: createPointInput,
  async run(work, { unitId, name, kind, keeper, ...given }) {
    const { tx, scope, today, trail } = work;
    await unitInScope(tx, scope, unitId);
    const id = given.id ?? work.newId();
    const details = newDetails(given);
    const point = await insertPoint(work, { id, unitId, name, kind, ...details, code: null, openedOn: today, closedOn: null });
    if (point === undefined) return trail([], await sameAgain(work, id));
    const { code } = point;
    const keeping = keeper && { ...keeper, from: laterOf(today, keeper.from) };
    const lifted = keeping === undefined ? [] : await appointKeeper(work, point, keeping);
    const kept = keeping && { keeperId: keeping.keeperId, from: keeping.from };
    const made = { subjectId: id, unitId, before: null, after: { name, kind, code, ...details, keeper: kept } };
    return trail([made, ...lifted], { id, code });
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
  async run(work, { pointId, version, name, kind, ...told }) {
    const before = await openPoint(work.tx, work.scope, pointId);
    if (before.version !== version) refuse('conflict', 'points.changed_meanwhile', { id: pointId });
    const known = await detailsOf(work.tx, pointId);
    const changed = await rewritePoint(work, before, { known, name, kind, details: detailsWith(known, told) });
    return work.trail(changed, { id: pointId, version: version + 1 });
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
      .set((eb) => ({ to_on: eb.fn('greatest', [eb.val(today), 'from_on']), version: eb('version', '+', 1) }))
      .where('point_id', '=', pointId)
      .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>', today)]))
      .execute();
    return trail({ subjectId: pointId, unitId: before.unit_id, before: null, after: { closedOn: today, reason } }, null);
  },
});
