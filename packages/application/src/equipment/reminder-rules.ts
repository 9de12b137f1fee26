import type { DueKind } from '@changming/domain/equipment';
import { type RawBuilder, sql } from 'kysely';

import { stillToDo } from './spot-met.ts';

/** What is reminded of: the kinds of things that are owed. */
export type ReminderRule = DueKind;

/** One occasion: a machine, or all that a unit owes by one day. */
export type Owing = {
  readonly subjectId: string;
  readonly unitId: string;
  readonly keeperIds: readonly string[];
  readonly sinceOn: string;
  readonly dueOn: string;
  readonly no: string;
  readonly name: string;
  readonly count: number;
};

/** (subject, unit, keepers, since, due, number, name, how many) of whatever may be owed a telling. Fire equipment is told by unit and day. */
export const owingUnder: Readonly<Record<ReminderRule, RawBuilder<unknown>>> = {
  inspection: sql`
    select e.id as subject_id, e.unit_id, array_remove(array[e.keeper_id], null) as keepers, e.entered_on as since_on, e.next_due_on as due_on,
      coalesce(e.own_no, '') as no, e.name, 1 as count
    from special_equipment e where e.state = 'inUse' and e.next_due_on is not null`,
  certificate: sql`
    select o.id, e.unit_id, array_remove(array[e.keeper_id, o.person_id], null), o.from_on, o.valid_to, coalesce(e.own_no, ''), e.name, 1
    from special_operators o join special_equipment e on e.id = o.equipment_id and e.state <> 'scrapped'
    where o.to_on is null and o.valid_to is not null`,
  service: ofFire(sql`e.service_due_on`),
  scrap: ofFire(sql`e.scrap_due_on`),
  spotCheck: sql`
    select d.unit_id, d.unit_id, array_remove(array_agg(distinct e.keeper_id), null), min(d.from_on), d.due_on, '', '', count(*)::integer
    from fire_spot_duties d join fire_equipment e on e.id = d.equipment_id and e.condition <> 'scrapped'
    where ${stillToDo} group by d.unit_id, d.due_on`,
};

function ofFire(due: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select e.unit_id as subject_id, e.unit_id, array_remove(array_agg(distinct e.keeper_id), null), min(e.entered_on), ${due}, '', '',
      count(*)::integer
    from fire_equipment e where e.condition <> 'scrapped' and ${due} is not null group by e.unit_id, ${due}`;
}

/** Whoever is told of look-overs hears of them in their last days, not a month ahead of a month. */
export const spotCheckDays = { first: 5, again: 1 } as const;

/** Each rule has a notice for what is still to come and one for what is overdue. */
export function noticeOf(rule: ReminderRule, days: number): `equipment.${string}` {
  return `equipment.${rule}${days <= 0 ? 'Due' : 'Overdue'}`;
}

export const noticesOfEquipment: readonly string[] = (Object.keys(owingUnder) as ReminderRule[]).flatMap((rule) => [
  noticeOf(rule, 0),
  noticeOf(rule, 1),
]);
