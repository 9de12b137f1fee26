import { type RawBuilder, sql } from 'kysely';

import { type Expressions, home, known, named, ofUnits, type Wanted } from './fact-rows.ts';

/** Whoever heads a unit and whoever sees to safety owe other hours than the rest. */
const principals = ['firstResponsible', 'unitHead'] as const;
const safetyManagers = ['safetyDirector', 'safetyOfficer'] as const;

/** In a run of one month four fifths of the share are enough (11.4 E3). */
const [monthFifths, wholeFifths] = [4, 5] as const;

/**
 * 年度学时 of everybody at work on the last day: what was heard in the year by then, against what is owed for the months of it that are over. In
 * the year in which somebody joins or takes up the post all of it is owed at once. What the rules ask is read when opening imports are.
 */
export function yearRows(wanted: Wanted): RawBuilder<unknown> {
  const expressions: Expressions = {
    role: sql`h.role`,
    owedHours: sql`(case when h.first then h.owed else round((h.owed * h.months / 12)::numeric, 1)::double precision end)::text`,
    heardHours: sql`h.heard::text`,
    met: sql`(h.heard * 60 >= h.owed * case when h.first then 12 else h.months end * ${sql.lit(fifthsOf(wanted))})`,
  };
  return ofUnits(
    wanted,
    sql`
    select h.id, h.unit_id, h.id as person_id ${named(expressions, wanted.columns)} from (
      select p.id, p.unit_id, p.role, p.first, coalesce(heard.hours, 0) as heard,
        greatest(${monthsOver(wanted)} - coalesce(away.months, 0), 0) as months,
        case when p.role = 'worker' then case when p.first then t.new_worker else t.worker_again end
          else case when p.first then t.head_first else t.head_again end end as owed
      from (${people(wanted)}) p
        join (select * from training_terms_history where known_from <= ${wanted.openingAt} and known_to > ${wanted.openingAt}) t
          on t.unit_id = p.unit_id
        left join (${heardHours(wanted)}) heard on heard.person_id = p.id
        left join (${awayMonths(wanted)}) away on away.person_id = p.id) h
    where h.owed > 0 and (h.first or h.months > 0)`,
  );
}

function fifthsOf({ window: { period } }: Wanted): number {
  return period.from.slice(0, 7) === lastMonthOf(period.until) ? monthFifths : wholeFifths;
}

function lastMonthOf(until: string): string {
  const [year = 0, month = 0] = until.split('-').map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}

/** Months of the year that are over by the end of the last day. */
function monthsOver({ window: { lastDay } }: Wanted): RawBuilder<unknown> {
  return sql`(date_part('month', ${lastDay}::date + 1) + 12 * (date_part('year', ${lastDay}::date + 1) - date_part('year', ${lastDay}::date)) - 1)::integer`;
}

function yearOf({ window: { lastDay } }: Wanted): RawBuilder<unknown> {
  return sql`date_trunc('year', ${lastDay}::date)::date`;
}

/** Everybody at work on the last day with his role, and whether this is the year in which he took it up. */
function people(wanted: Wanted): RawBuilder<unknown> {
  const { lastDay } = wanted.window;
  const holding = (posts: readonly string[]) => sql`bool_or(a.post = any(${[...posts]}::text[])) filter (where a.days @> ${lastDay}::date)`;
  return sql`
    select p.id, p.unit_id, r.role, coalesce(case when r.role = 'worker' then p.hired_on else r.head_since end >= ${yearOf(wanted)}, false) as first
    from (select h.id, ${home('persons_history', wanted)} as unit_id, h.hired_on from ${known('persons_history', wanted)} h
        where coalesce(h.hired_on, date '1900-01-01') <= ${lastDay}::date and (h.left_on is null or h.left_on > ${lastDay}::date)) p
      left join (select a.person_id, ${holding(principals)} as principal, ${holding(safetyManagers)} as manager, min(a.from_on) as head_since
        from (select *, daterange(from_on, to_on) as days from ${known('appointments_history', wanted)} k
          where post = any(${[...principals, ...safetyManagers]}::text[]) and from_on <= ${lastDay}::date and (to_on is null or to_on > from_on)) a
        group by a.person_id) held on held.person_id = p.id
      cross join lateral (select case when held.principal then 'principal' when held.manager then 'safetyManager' else 'worker' end as role,
        held.head_since) r`;
}

/** Class hours of the year, each as it was put right by the cut-off. */
function heardHours(wanted: Wanted): RawBuilder<unknown> {
  const { knownAt: cutOff, openingAt, window } = wanted;
  const counting = (name: string) =>
    sql`case when ${sql.ref(`${name}.origin`)} = 'opening' then ${sql.ref(`${name}.recorded_at`)} <= ${openingAt} else ${sql.ref(`${name}.recorded_at`)} <= ${cutOff} end`;
  return sql`
    select c.person_id, sum(c.class_hours) as hours
    from training_credits c left join training_credits later on later.corrects_id = c.id and ${counting('later')}
    where c.on_day >= ${yearOf(wanted)} and c.on_day <= ${window.lastDay}::date and ${counting('c')} and later.id is null
    group by c.person_id`;
}

/** Months of the year that are over and in which somebody was away from the first day to the last. */
function awayMonths(wanted: Wanted): RawBuilder<unknown> {
  const { lastDay } = wanted.window;
  return sql`
    select a.person_id, count(distinct m.first_on)::integer as months
    from (select person_id, (from_at at time zone 'Asia/Shanghai')::date as from_on, (until_at at time zone 'Asia/Shanghai')::date as until_on
        from ${known('absences_history', wanted)} k) a
      join (select m::date as first_on, (m + interval '1 month')::date as next_on
        from generate_series(${yearOf(wanted)}::timestamp, ${lastDay}::date::timestamp, interval '1 month') m) m
        on a.from_on <= m.first_on and a.until_on >= m.next_on and m.next_on <= ${lastDay}::date + 1
    group by a.person_id`;
}
