import { renameUnitInput } from '@changming/domain/units';

import { command, type Writing } from '../context.ts';
import { recordChange, refuseNameTaken, refuseUntimely, searchKeyOf, type StoredUnit, turnSpan, unitToChange } from './store.ts';

/** 更名: from a day that may lie in the past; the old name stays in the tree of the days before. */
export const renameUnit = command({
  permission: 'units.reorganise',
  name: 'units.rename',
  input: renameUnitInput,
  reorganises: true,
  async run(work, { unitId, name, on, reason }) {
    const unit = await unitToChange(work.tx, work.scope, unitId);
    await giveName(work, unit, { name, on, reason });
    return work.trail({ subjectId: unitId, unitId, before: { name: unit.name }, after: { name } }, { id: unitId });
  },
});

type Named = { readonly name: string; readonly on: string; readonly reason: string };

/** Gives an open and locked unit another name from a day on, by the rules of the page, which hold for a file as well. */
export async function giveName(work: Writing, unit: StoredUnit, { name, on, reason }: Named): Promise<void> {
  await refuseUntimely(work, unit.id, on);
  await refuseNameTaken(work.tx, { parentId: unit.parent_id, name, except: unit.id });
  await work.tx
    .updateTable('units')
    .set((eb) => ({ name, search_key: searchKeyOf({ ...unit, name }), version: eb('version', '+', 1) }))
    .where('id', '=', unit.id)
    .execute();
  await turnSpan(work, unit, on, { parent_id: unit.parent_id, name });
  await recordChange(work, { unitId: unit.id, act: 'rename', on, reason });
}
