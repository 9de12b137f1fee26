import { refuse } from '@changming/domain/kernel';
import { closeUnitInput } from '@changming/domain/units';
import { sql } from 'kysely';

import { type Changed, command, type Writing } from '../context.ts';
import { recordChange, refuseUntimely, type StoredUnit, turnSpan, unitToChange } from './store.ts';

/** 撤销: only a unit with no open children, no serving people and no open matters. Its past stays readable. */
export const closeUnit = command({
  permission: 'units.reorganise',
  name: 'units.close',
  input: closeUnitInput,
  reorganises: true,
  async run(work, { unitId, on, reason }) {
    const unit = await unitToChange(work.tx, work.scope, unitId);
    const changes = await closeEmpty(work, unit, on);
    await recordChange(work, { unitId, act: 'close', on, reason });
    return work.trail(changes, { id: unitId });
  },
});

/** Closes a unit in which nothing is open any more, and ends what ends with it (appointments). */
export async function closeEmpty(work: Writing, unit: StoredUnit, on: string): Promise<Changed[]> {
  const { tx } = work;
  if (unit.parent_id === null) refuse('conflict', 'units.is_root');
  await refuseUntimely(work, unit.id, on);
  const child = await tx
    .selectFrom('units')
    .select('id')
    .where('parent_id', '=', unit.id)
    .where('closed_on', 'is', null)
    .executeTakeFirst();
  if (child !== undefined) refuse('conflict', 'units.has_open_children');
  const open = await sql<{ live: number }>`select coalesce(sum(live), 0)::bigint as live from house.left_open(${unit.id})`.execute(tx);
  const count = open.rows[0]?.live ?? 0;
  if (count > 0) refuse('conflict', 'units.in_use', { count });
  await turnSpan(work, unit, on, null);
  const ended = await sql<{ name: string; id: string }>`select name, id from house.end_with_unit(${unit.id}, ${on}::date)`.execute(tx);
  await tx
    .updateTable('units')
    .set((eb) => ({ closed_on: on, version: eb('version', '+', 1) }))
    .where('id', '=', unit.id)
    .execute();
  return [
    { subjectId: unit.id, unitId: unit.id, before: { closedOn: null }, after: { closedOn: on } },
    ...ended.rows.map(({ id }) => ({ subjectId: id, unitId: unit.id, before: { toOn: null }, after: { toOn: on } })),
  ];
}
