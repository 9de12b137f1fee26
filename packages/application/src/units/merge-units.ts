import { refuse } from '@changming/domain/kernel';
import { mergeUnitsInput } from '@changming/domain/units';
import { sql } from 'kysely';

import { type Changed, command, type Writing } from '../context.ts';
import { closeEmpty } from './close-unit.ts';
import { rehang } from './rehang.ts';
import { recordChange, refuseUntimely, type StoredUnit, unitInScope, unitToChange } from './store.ts';

/**
 * 合并: the unit closes; its children hang below the other one from then on, and its serving people and open matters belong there.
 * What is over keeps its unit: the past does not move.
 */
export const mergeUnits = command({
  permission: 'units.reorganise',
  name: 'units.merge',
  input: mergeUnitsInput,
  reorganises: true,
  async run(work, { unitId, intoId, on, reason }) {
    const unit = await unitToChange(work.tx, work.scope, unitId);
    refuseUnlike(unit, await unitToChange(work.tx, work.scope, intoId));
    const children = await moveChildren(work, unit, { intoId, on });
    const followed = await followInto(work, unitId, intoId);
    const closed = await closeEmpty(work, await unitInScope(work.tx, work.scope, unitId), on);
    await recordChange(work, { unitId, act: 'merge', otherId: intoId, on, reason });
    for (const { subjectId } of children) await recordChange(work, { unitId: subjectId, act: 'move', otherId: unitId, on, reason });
    const result = { id: intoId, children: children.length, followed: followed.length };
    return work.trail([...closed, ...children, ...followed], result);
  },
});

function refuseUnlike(unit: StoredUnit, into: StoredUnit): void {
  if (unit.parent_id === null) refuse('conflict', 'units.is_root');
  if (unit.lo <= into.lo && into.lo <= unit.hi) refuse('conflict', 'units.inside_itself');
  if (unit.kind !== into.kind) refuse('conflict', 'units.not_siblings');
}

type Merging = { readonly intoId: string; readonly on: string };

async function moveChildren(work: Writing, unit: StoredUnit, { intoId, on }: Merging): Promise<Changed[]> {
  const { tx, scope } = work;
  await refuseUntimely(work, unit.id, on);
  const open = await tx
    .selectFrom('units')
    .select('id')
    .where('parent_id', '=', unit.id)
    .where('closed_on', 'is', null)
    .orderBy('lo')
    .execute();
  const changes: Changed[] = [];
  for (const { id } of open) changes.push(await rehang(work, await unitInScope(tx, scope, id), await unitInScope(tx, scope, intoId), on));
  return changes;
}

/** Every context has said of its own tables which rows follow; here they do. */
async function followInto({ tx }: Writing, unitId: string, intoId: string): Promise<Changed[]> {
  const { rows } = await sql<{ id: string }>`select id from house.follow_unit(${unitId}, ${intoId})`.execute(tx);
  return rows.map(({ id }) => ({ subjectId: id, unitId: intoId, before: { unitId }, after: { unitId: intoId } }));
}
