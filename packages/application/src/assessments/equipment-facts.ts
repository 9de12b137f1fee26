import { addDays, startOf } from '@changming/domain/kernel';
import { type RawBuilder, sql } from 'kysely';

import { type Expressions, home, known, named, ofUnits, type Source, type Wanted } from './fact-rows.ts';

/** What the equipment ledgers bring: F1 to F3. */
export const equipmentFacts = {
  specialEquipment: specialFacts,
  spotChecks: spotCheckFacts,
  fireEquipment: fireFacts,
  placeChecks: placeCheckFacts,
} satisfies Record<string, Source>;

/**
 * 特种设备 with its days of the period. A state holds from its day until the next; of two on one day the one recorded later. A machine is in
 * date from the day of each inspection it passed as far as that is good for, or until it fails one (rule book 6.2); one that is under way or
 * another that passed ends nothing. None counts that a correction has taken the place of.
 */
function specialFacts(wanted: Wanted): RawBuilder<unknown> {
  const { knownAt: cutOff, window, columns } = wanted;
  const expressions: Expressions = {
    category: sql`h.category`,
    state: sql`h.state`,
    nextDueOn: sql`h.due_on`,
    inUseDays: sql`h.in_use_days`,
    inDateDays: sql`h.in_date_days`,
    lapsed: sql`(h.in_date_days < h.in_use_days)`,
  };
  const period = sql`datemultirange(daterange(${window.period.from}::date, ${addDays(window.lastDay, 1)}::date))`;
  const days = (spans: RawBuilder<unknown>) =>
    sql`coalesce((select sum(upper(span) - lower(span)) from unnest(${spans}) span), 0)::integer`;
  return ofUnits(
    wanted,
    sql`
    select h.id, h.unit_id ${named(expressions, columns)} from (
      select h.id, ${home('special_equipment_history', wanted)} as unit_id, h.category, h.state, dates.due_on,
        ${days(sql`used.days * ${period}`)} as in_use_days,
        ${days(sql`used.days * coalesce(dates.days, datemultirange()) * ${period}`)} as in_date_days
      from ${known('special_equipment_history', wanted)} h
        join (${usedDays(cutOff)}) used on used.equipment_id = h.id
        left join (${inDateDays(cutOff)}) dates on dates.equipment_id = h.id) h
    where h.in_use_days > 0`,
  );
}

function usedDays(cutOff: Date): RawBuilder<unknown> {
  return sql`
    select equipment_id, range_agg(daterange(from_on, until_on)) filter (where state = 'inUse') as days from (
      select equipment_id, state, from_on, lead(from_on) over (partition by equipment_id order by from_on) as until_on from (
        select distinct on (equipment_id, from_on) equipment_id, from_on, state from special_states
        where recorded_at <= ${cutOff} order by equipment_id, from_on, recorded_at desc) s) s
    group by equipment_id`;
}

function inDateDays(cutOff: Date): RawBuilder<unknown> {
  return sql`
    with i as (
      select i.equipment_id, i.on_day, i.result, i.next_due_on, i.recorded_at
      from special_inspections i left join special_inspections c on c.corrects_id = i.id and c.recorded_at <= ${cutOff}
      where i.recorded_at <= ${cutOff} and c.id is null)
    select equipment_id, max(next_due_on) filter (where failed_on is null) as due_on,
      range_agg(daterange(on_day, least(failed_on, next_due_on + 1))) as days from (
      select p.equipment_id, p.on_day, p.next_due_on, (
        select min(f.on_day) from i f
        where f.equipment_id = p.equipment_id and f.result = 'failed' and (f.on_day, f.recorded_at) > (p.on_day, p.recorded_at)) as failed_on
      from i p where p.result = 'passed' and p.next_due_on is not null) p
    group by equipment_id`;
}

/** Owed look-overs of pieces that were not scrapped before the day by which they were owed. */
function spotCheckFacts(wanted: Wanted): RawBuilder<unknown> {
  const expressions: Expressions = { dueOn: sql`h.due_on`, checkedOn: sql`h.checked_on` };
  return ofUnits(
    wanted,
    sql`
    select h.id, ${home('fire_spot_duties_history', wanted)} as unit_id, h.equipment_id ${named(expressions, wanted.columns)}
    from ${known('fire_spot_duties_history', wanted)} h
      left join ${known('fire_equipment_history', wanted)} e on e.id = h.equipment_id and e.scrapped_on <= h.due_on
    where e.id is null`,
  );
}

/** 消防器材 in use on the last day, as the last check by then had found it; one that nobody had checked, as the ledger stood when the period ended. */
function fireFacts(wanted: Wanted): RawBuilder<unknown> {
  const { knownAt: cutOff, window, columns } = wanted;
  const { lastDay, period } = window;
  const end = startOf(addDays(lastDay, 1));
  const expressions: Expressions = {
    kind: sql`h.kind`,
    intact: sql`(coalesce(checked.condition, ended.condition, h.condition) = 'intact')`,
    inDate: sql`coalesce(h.scrap_due_on >= ${lastDay}::date, true)`,
    ofWholeYear: sql`(${period.until}::date >= (${period.from}::date + interval '1 year')::date)`,
  };
  return ofUnits(
    wanted,
    sql`
    select h.id, ${home('fire_equipment_history', wanted)} as unit_id ${named(expressions, columns)}
    from ${known('fire_equipment_history', wanted)} h
      left join (select distinct on (c.equipment_id) c.equipment_id, c.condition
        from fire_checks c left join fire_checks later on later.corrects_id = c.id and later.recorded_at <= ${cutOff}
        where c.recorded_at <= ${cutOff} and c.on_day <= ${lastDay}::date and later.id is null
        order by c.equipment_id, c.on_day desc, c.recorded_at desc) checked on checked.equipment_id = h.id
      left join fire_equipment_history ended on ended.id = h.id and ended.known_from <= ${end} and ended.known_to > ${end}
    where h.entered_on <= ${lastDay}::date and (h.scrapped_on is null or h.scrapped_on > ${lastDay}::date)`,
  );
}

function placeCheckFacts({ knownAt: cutOff, columns, unitIds }: Wanted): RawBuilder<unknown> {
  const expressions: Expressions = { kind: sql`h.kind`, doneOn: sql`h.on_day`, passed: sql`h.passed` };
  return sql`
    select h.id, h.unit_id ${named(expressions, columns)} from place_checks h where h.recorded_at <= ${cutOff}
      ${unitIds === undefined ? sql`` : sql`and h.unit_id = any(${unitIds}::uuid[])`}`;
}
