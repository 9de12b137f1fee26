import { changeSpecialStateInput, objectionToState } from '@changming/domain/equipment';
import { refuse } from '@changming/domain/kernel';

import { command } from '../context.ts';
import { saveSpecial, specialInScope } from './store.ts';

/** 停用、启用、报废, from a day on and with a reason. What is scrapped stays scrapped, and nobody operates it any more. */
export const changeSpecialState = command({
  permission: 'equipment.changeState',
  input: changeSpecialStateInput,
  async run(work, { equipmentId, to, on, reason }) {
    const { tx, scope, today, now, actor, trail, newId } = work;
    const before = await specialInScope(tx, scope, equipmentId);
    const objection = objectionToState({ state: before.state, since: before.state_since }, { to, on }, today);
    if (objection !== null) refuse('conflict', objection, { name: before.name, since: before.state_since });
    await saveSpecial(tx, before, { state: to, state_since: on });
    await tx
      .insertInto('special_states')
      .values({ id: newId(), equipment_id: equipmentId, state: to, from_on: on, reason, by_id: actor.personId, recorded_at: now })
      .execute();
    if (to === 'scrapped') {
      await tx
        .updateTable('special_operators')
        .set({ to_on: on })
        .where('equipment_id', '=', equipmentId)
        .where('to_on', 'is', null)
        .where('from_on', '<=', on)
        .execute();
    }
    const told = { before: { state: before.state, since: before.state_since }, after: { state: to, since: on, reason } };
    return trail({ subjectId: equipmentId, unitId: before.unit_id, ...told }, { id: equipmentId, state: to });
  },
});
