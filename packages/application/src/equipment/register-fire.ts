import { editFireInput, type FireFacts, fireDuesOf, type FireRules, registerFireInput } from '@changming/domain/equipment';
import { refuse } from '@changming/domain/kernel';

import { command } from '../context.ts';
import { equipmentRuleBook } from './rules.ts';
import { fireInScope, openFire, refuseElsewhere, refuseRival, saveFire, searchKey } from './store.ts';

/** The columns of what is said about a piece of fire equipment, with the days it comes to by the rules of the day. */
export function fireColumns(given: FireFacts, rules: FireRules) {
  const { unitId, no, kind, name, model, place, pointId, madeOn, servicedOn, scrapStatedOn, keeperId, remark } = given;
  const { serviceDueOn, scrapDueOn } = fireDuesOf({ kind, madeOn, servicedOn, scrapStatedOn }, rules);
  return {
    unit_id: unitId,
    no,
    kind,
    name,
    model,
    place,
    point_id: pointId,
    made_on: madeOn,
    serviced_on: servicedOn,
    scrap_stated_on: scrapStatedOn,
    service_due_on: serviceDueOn,
    scrap_due_on: scrapDueOn,
    keeper_id: keeperId,
    remark,
    search_key: searchKey([no, model, place], name),
  };
}

/** 登记消防器材. The same id again answers the same piece. */
export const registerFire = command({
  permission: 'equipment.edit',
  name: 'equipment.registerFire',
  input: registerFireInput,
  async run(work, { id = work.newId(), condition, ...given }) {
    const { tx, scope, today, trail } = work;
    await refuseElsewhere(work, given);
    const book = await equipmentRuleBook(tx);
    const { fire } = await book({ unitId: given.unitId, on: today });
    const made = await tx
      .insertInto('fire_equipment')
      .values({ id, ...fireColumns(given, fire), condition, condition_on: today, entered_on: today })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
      .catch(refuseRival);
    if (made === undefined) return trail([], { id: (await fireInScope(tx, scope, id)).id });
    return trail({ subjectId: id, unitId: given.unitId, before: null, after: { ...given, condition } }, { id });
  },
});

export const editFire = command({
  permission: 'equipment.edit',
  name: 'equipment.editFire',
  input: editFireInput,
  async run(work, { equipmentId, version, ...given }) {
    const { tx, scope, today, trail } = work;
    const before = await openFire(tx, scope, equipmentId);
    if (before.version !== version) refuse('conflict', 'equipment.changed_meanwhile', { id: equipmentId });
    await refuseElsewhere(work, {
      unitId: given.unitId,
      pointId: given.pointId === before.point_id ? null : given.pointId,
      keeperId: given.keeperId === before.keeper_id ? null : given.keeperId,
    });
    const book = await equipmentRuleBook(tx);
    const { fire } = await book({ unitId: given.unitId, on: today });
    await saveFire(tx, before, { ...fireColumns(given, fire), ...(given.keeperId === null ? {} : { keeper_words: null }) });
    const was = { no: before.no, kind: before.kind, place: before.place, madeOn: before.made_on, servicedOn: before.serviced_on };
    return trail(
      { subjectId: equipmentId, unitId: given.unitId, before: was, after: { ...given } },
      { id: equipmentId, version: version + 1 },
    );
  },
});
