import { editSpecialInput, registerSpecialInput, type SpecialFacts } from '@changming/domain/equipment';
import { refuse } from '@changming/domain/kernel';

import { command } from '../context.ts';
import { openSpecial, refuseElsewhere, refuseRival, saveSpecial, searchKey, specialInScope } from './store.ts';

/** The columns of what is said about a machine. */
export function specialColumns(given: SpecialFacts) {
  const { unitId, ownNo, name, category, model, registration, registerNo, useFrom, pointId, keeperId, remark } = given;
  return {
    unit_id: unitId,
    own_no: ownNo,
    name,
    category,
    model,
    registration: registerNo === null ? registration : ('registered' as const),
    register_no: registerNo,
    use_from: useFrom,
    point_id: pointId,
    keeper_id: keeperId,
    remark,
    search_key: searchKey([ownNo, registerNo], name),
  };
}

/** 登记特种设备: in use from the day it was put into use, or from today. The same id again answers the same machine. */
export const registerSpecial = command({
  permission: 'equipment.edit',
  name: 'equipment.registerSpecial',
  input: registerSpecialInput,
  async run(work, { id = work.newId(), ...given }) {
    const { tx, scope, today, now, actor, trail, newId } = work;
    await refuseElsewhere(work, given);
    const since = given.useFrom !== null && given.useFrom < today ? given.useFrom : today;
    const made = await tx
      .insertInto('special_equipment')
      .values({ id, ...specialColumns(given), state_since: since, entered_on: today })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
      .catch(refuseRival);
    if (made === undefined) return trail([], { id: (await specialInScope(tx, scope, id)).id });
    await tx
      .insertInto('special_states')
      .values({ id: newId(), equipment_id: id, state: 'inUse', from_on: since, reason: '', by_id: actor.personId, recorded_at: now })
      .execute();
    return trail({ subjectId: id, unitId: given.unitId, before: null, after: told(given) }, { id });
  },
});

export const editSpecial = command({
  permission: 'equipment.edit',
  name: 'equipment.editSpecial',
  input: editSpecialInput,
  async run(work, { equipmentId, version, ...given }) {
    const { tx, scope, trail } = work;
    const before = await openSpecial(tx, scope, equipmentId);
    if (before.version !== version) refuse('conflict', 'equipment.changed_meanwhile', { id: equipmentId });
    await refuseElsewhere(work, {
      unitId: given.unitId,
      pointId: given.pointId === before.point_id ? null : given.pointId,
      keeperId: given.keeperId === before.keeper_id ? null : given.keeperId,
    });
    const after = specialColumns(given);
    await saveSpecial(tx, before, { ...after, ...(after.keeper_id === null ? {} : { keeper_words: null }) });
    const was = { name: before.name, ownNo: before.own_no, registerNo: before.register_no, unitId: before.unit_id };
    return trail(
      { subjectId: equipmentId, unitId: given.unitId, before: was, after: told(given) },
      { id: equipmentId, version: version + 1 },
    );
  },
});

function told({ name, ownNo, registerNo, category, unitId, pointId, keeperId }: SpecialFacts) {
  return { name, ownNo, registerNo, category, unitId, pointId, keeperId };
}
