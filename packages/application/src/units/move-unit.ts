import { moveUnitInput } from '@changming/domain/units';

import { command } from '../context.ts';
import { rehang } from './rehang.ts';
import { recordChange, unitToChange } from './store.ts';

/** 划转: the unit with its whole branch goes below another parent. Readers see the tree before or after, never between. */
export const moveUnit = command({
  permission: 'units.reorganise',
  name: 'units.move',
  input: moveUnitInput,
  reorganises: true,
  async run(work, { unitId, parentId, on, reason }) {
    const unit = await unitToChange(work.tx, work.scope, unitId);
    const parent = await unitToChange(work.tx, work.scope, parentId);
    const changed = await rehang(work, unit, parent, on);
    await recordChange(work, { unitId, act: 'move', otherId: unit.parent_id, on, reason });
    return work.trail(changed, { id: unitId });
  },
});
