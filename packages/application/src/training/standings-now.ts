import { type RawBuilder, sql } from 'kysely';

type Asked = {
  readonly year: number;
  /** The day up to which hours and months count. */
  readonly on: string;
  readonly people: readonly string[] | null;
};

/**
 * `owedInYear`, `monthsElapsed` and `meetsHours` of the domain in SQL, for everybody at once: a test compares the two. One row a person at
 * work: role, what the year owes, months that count, hours that were given.
 */
export function standingsNow({ year, on, people }: Asked): RawBuilder<unknown> {
  const some = people === null ? sql`true` : sql`p.id = any(${[...people]}::uuid[])`;
  const theirs = people === null ? sql`true` : sql`person_id = any(${[...people]}::uuid[])`;
  const from = sql`make_date(${year}::integer, 1, 1)`;
  const end = sql`least(${on}::date, make_date(${year}::integer, 12, 31))`;
  return sql`
    with months as (
      select m::date as first, (m + interval '1 month')::date as next from generate_series(${from}::timestamp, ${end}::timestamp, interval '1 month') m
      where (m + interval '1 month')::date - 1 <= ${end}),
    heads as (
      select person_id, min(from_on) as since,
        bool_or(post in ('firstResponsible', 'unitHead') and from_on <= ${end} and (to_on is null or to_on > ${end})) as principal,
        bool_or(post in ('safetyDirector', 'safetyOfficer') and from_on <= ${end} and (to_on is null or to_on > ${end})) as manager
      from appointments
      where post in ('firstResponsible', 'unitHead', 'safetyDirector', 'safetyOfficer') and (to_on is null or to_on > from_on) and ${theirs}
      group by person_id),
    given as (
      select person_id, sum(class_hours) as hours from training_counting
      where on_day between ${from} and ${end} and ${theirs} group by person_id),
    away as (
      select a.person_id, count(distinct m.first) as months from absences a join months m
        on (a.from_at at time zone 'Asia/Shanghai')::date <= m.first and (a.until_at at time zone 'Asia/Shanghai')::date >= m.next
      where ${theirs} group by a.person_id),
    staff as (
      select p.id, p.unit_id, p.hired_on, h.since,
        case when h.principal then 'principal' when h.manager then 'safetyManager' else 'worker' end as role
      from persons p left join heads h on h.person_id = p.id
      where p.left_on is null and (p.hired_on is null or p.hired_on <= ${end}) and ${some}),
    owing as (
      select s.id, s.unit_id, s.role,
        case when extract(year from case when s.role = 'worker' then s.hired_on else s.since end) = ${year}::integer then 'first' else 'again' end as span
      from staff s),
    reckoned as (
      select o.id as person_id, o.unit_id, o.role, o.span,
        case when o.role = 'worker' then case o.span when 'first' then t.new_worker else t.worker_again end
          else case o.span when 'first' then t.head_first else t.head_again end end as hours_owed,
        greatest(0, (select count(*) from months) - coalesce(w.months, 0))::smallint as months,
        coalesce(g.hours, 0) as hours
      from owing o join training_terms t on t.unit_id = o.unit_id
      left join given g on g.person_id = o.id left join away w on w.person_id = o.id)
    select r.*, case r.span when 'first' then r.hours >= r.hours_owed else r.hours * 12 >= r.hours_owed * r.months end as met
    from reckoned r`;
}
