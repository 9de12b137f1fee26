import { refuse } from '@changming/domain/kernel';
import { deepest as deepestLevel, mayHangBelow } from '@changming/domain/units';

import type { Changed, Writing } from '../context.ts';
import { branchOf, labelsBelow, relabel } from './room.ts';
import { refuseNameTaken, refuseUntimely, type StoredUnit, turnSpan, unitInScope } from './store.ts';

/** Hangs a unit with its whole branch below another parent from `on`; both are locked by the caller. */
export async function rehang(work: Writing, unit: StoredUnit, parent: StoredUnit, on: string): Promise<Changed> {
  const { tx, scope } = work;
  refuseMisplaced(unit, parent);
  await refuseUntimely(work, unit.id, on);
  if (on < parent.opened_on) refuse('conflict', 'units.before_last_change', { on, last: parent.opened_on });
  await refuseNameTaken(tx, { parentId: parent.id, name: unit.name, except: unit.id });
  const { branch, size, deepest } = await branchOf(tx, unit);
  const deeper = parent.depth + 1 - unit.depth;
  if (deepest + deeper > deepestLevel) refuse('conflict', 'units.too_deep', { max: deepestLevel });
  const range = await labelsBelow(work, parent, size);
  await relabel(tx, { branch, range, deeper });
  await tx
    .updateTable('units')
    .set((eb) => ({ parent_id: parent.id, version: eb('version', '+', 1) }))
    .where('id', '=', unit.id)
    .execute();
  await turnSpan(work, await unitInScope(tx, scope, unit.id), on, { parent_id: parent.id, name: unit.name });
  return { subjectId: unit.id, unitId: unit.id, before: { parentId: unit.parent_id }, after: { parentId: parent.id } };
}

function refuseMisplaced(unit: StoredUnit, parent: StoredUnit): void {
  if (unit.parent_id === null) refuse('conflict', 'units.is_root');
  if (unit.parent_id === parent.id) refuse('conflict', 'units.already_there');
  if (unit.lo <= parent.lo && parent.lo <= unit.hi) refuse('conflict', 'units.inside_itself');
  if (!mayHangBelow(unit.kind, parent.kind)) refuse('invalid', 'units.kind_below', { kind: unit.kind, parent: parent.kind });
}
