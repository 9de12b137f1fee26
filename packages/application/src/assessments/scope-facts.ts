import type { PeriodKind } from '@changming/domain/assessments';
import { type RawBuilder, sql } from 'kysely';

import { type Expressions, home, known, named, ofUnits, type Source, type Wanted } from './fact-rows.ts';
import { headsThen, monthRows, scopeRows } from './scope-rows.ts';

/** What does not add up over the parts of a scope, told of it whole: its months, and who reported in it. */
export const scopeFacts = {
  scopes: scopeOnes,
  scopeMonths: monthFacts,
  reporters: reporterFacts,
} satisfies Record<string, Source>;

function scopeOnes(wanted: Wanted): RawBuilder<unknown> {
  const expressions: Expressions = { openedOn: sql`h.opened_on` };
  return ofUnits(wanted, sql`select h.id, h.id as unit_id ${named(expressions, wanted.columns)} from (${headsThen(wanted)}) h`);
}

/**
 * Each scope at the ends of the months. Its people are those that were counted with its staff then, or that its profile told, without those of
 * the scopes next below it; where nobody has told, the persons in its units are counted.
 */
function monthFacts(wanted: Wanted): RawBuilder<unknown> {
  const expressions: Expressions = {
    monthOn: sql`h.month_on`,
    periodKind: sql`${periodKindOf(wanted)}::text`,
    headcount: sql`h.people`,
    highRisk: sql`h.high_risk`,
    staffingKept: sql`(h.compliant is not null)`,
    staffed: sql`coalesce(h.compliant, false)`,
    behaviourChecked: sql`(checked.head_id is not null)`,
  };
  const checked = wanted.columns.has('behaviourChecked')
    ? sql`left join (${checkedMonths(wanted)}) checked on checked.head_id = h.id and checked.first_on = h.first_on`
    : sql``;
  return ofUnits(
    wanted,
    sql`
    select md5(h.id::text || h.month_on)::uuid as id, h.id as unit_id ${named(expressions, wanted.columns)}
    from (${peopledMonths(wanted)}) h ${checked}`,
  );
}

const kinds: Readonly<Record<number, PeriodKind>> = { 1: 'month', 3: 'quarter', 6: 'half', 12: 'year' };

/** By how many months the period has. */
function periodKindOf({ window: { period } }: Wanted): PeriodKind {
  const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return kinds[months(period.until) - months(period.from)] ?? 'quarter';
}

function peopledMonths(wanted: Wanted): RawBuilder<unknown> {
  const { knownAt: cutOff } = wanted;
  return sql`
    with heads as materialized (${headsThen(wanted)}),
      month as materialized (select * from ${monthRows(wanted)} m),
      whole as materialized (
        select u.id, m.first_on, m.month_on, coalesce(st.headcount, past.headcount, u.headcount) as headcount, st.compliant,
          coalesce(st.high_risk, false) or coalesce(past.flags, u.flags) @> '{isHighRisk}'::text[] as high_risk
        from heads u
          join month m on u.opened_on <= m.month_on and (u.closed_on is null or u.closed_on > m.month_on)
          left join (select * from staffing_months where recorded_at <= ${cutOff}) st on st.unit_id = u.id and st.month_end = m.month_on
          left join units_history past on past.id = u.id and past.known_from <= m.ended_at and past.known_to > m.ended_at
            and past.known_from <= ${cutOff}),
      below as (
        select s.above_id, w.month_on, sum(w.headcount) as headcount
        from (select distinct head_id, above_id from ${scopeRows(wanted)} s where above_id is not null) s join whole w on w.id = s.head_id
        group by 1, 2),
      present as (
        select s.head_id, m.month_on, count(*) as headcount
        from ${known('persons_history', wanted)} p join ${scopeRows(wanted)} s on s.unit_id = p.unit_id
          join heads u on u.id = s.head_id and u.headcount is null
          join month m on coalesce(p.hired_on, m.month_on) <= m.month_on and (p.left_on is null or p.left_on > m.month_on)
        group by 1, 2)
    select w.id, w.first_on, w.month_on, w.compliant, w.high_risk,
      greatest(coalesce(w.headcount - coalesce(below.headcount, 0), present.headcount, 0), 0)::integer as people
    from whole w
      left join below on below.above_id = w.id and below.month_on = w.month_on
      left join present on present.head_id = w.id and present.month_on = w.month_on`;
}

function checkedMonths(wanted: Wanted): RawBuilder<unknown> {
  const { from } = wanted.window.trailingYear;
  return sql`
    select distinct s.head_id, date_trunc('month', c.on_day)::date as first_on
    from behaviour_checks c join ${scopeRows(wanted)} s on s.unit_id = c.unit_id
    where c.recorded_at <= ${wanted.knownAt} and c.on_day >= ${from}::date and c.on_day <= ${wanted.window.lastDay}::date`;
}

/** Hazards of the period that employees reported by name, gathered by the person within each scope. */
function reporterFacts(wanted: Wanted): RawBuilder<unknown> {
  const { period } = wanted.window;
  const expressions: Expressions = { firstOn: sql`h.first_on` };
  return ofUnits(
    wanted,
    sql`
    select md5(h.head_id::text || h.person_id)::uuid as id, h.head_id as unit_id, h.person_id ${named(expressions, wanted.columns)}
    from (
      select s.head_id, r.found_by_id as person_id, min(r.found_on) as first_on
      from (select h.found_by_id, h.found_on, ${home('hazards_history', wanted)} as unit_id from ${known('hazards_history', wanted)} h
          where h.source = 'employeeReport' and not h.anonymous and h.found_by_id is not null and h.stage <> 'void'
            and h.found_on >= ${period.from}::date and h.found_on < ${period.until}::date) r
        join ${scopeRows(wanted)} s on s.unit_id = r.unit_id
      group by 1, 2) h`,
  );
}
