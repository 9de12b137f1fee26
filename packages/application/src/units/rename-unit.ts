import { renameUnitInput } from '@changming/domain/units';

import { command } from '../context.ts';
import { recordChange, refuseNameTaken, refuseUntimely, searchKeyOf, turnSpan, unitToChange } from './store.ts';

/** 更名: from a day that may lie in the past; the old name stays in the tree of the days before. */
export const renameUnit = command({
  permission: 'units.reorganise',
  name: 'units.rename',
  input: renameUnitInput,
  reorganises: true,
  async run(work, { unitId, name, on, reason }) {
    const unit = await unitToChange(work.tx, work.scope, unitId);
    await refuseUntimely(work, unitId, on);
    await refuseNameTaken(work.tx, { parentId: unit.parent_id, name, except: unitId });
    await work.tx
      .updateTable('units')
      .set((eb) => ({ name, search_key: searchKeyOf({ ...unit, name }), version: eb('version', '+', 1) }))
      .where('id', '=', unitId)
      .execute();
    await turnSpan(work, unit, on, { parent_id: unit.parent_id, name });
    await recordChange(work, { unitId, act: 'rename', on, reason });
    return work.trail({ subjectId: unitId, unitId, before: { name: unit.name }, after: { name } }, { id: unitId });
  },
});
