import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await facts.execute(db);
}

/**
 * What assessments count, as it was known at \`known\`. A machine is in date on a day when the last inspection made by then passed and is
 * due again on that day or later; out of use and scrapped days do not count (rule book F1).
 */
const facts = sql`
  create function house.special_days(first_on date, until_on date, known timestamptz)
    returns table (id uuid, unit_id uuid, in_use_days integer, in_date_days integer) language sql stable as $$
    select e.id, e.unit_id, count(*)::integer, count(*) filter (where i.result = 'passed' and i.next_due_on >= d.day)::integer
    from special_equipment_history e
      cross join lateral (select generate_series(first_on, until_on - 1, interval '1 day')::date as day) d
      join lateral (
        select s.state from special_states s where s.equipment_id = e.id and s.from_on <= d.day and s.recorded_at <= known
        order by s.from_on desc, s.recorded_at desc limit 1) s on s.state = 'inUse'
      left join lateral (
        select i.result, i.next_due_on from special_inspections i
        where i.equipment_id = e.id and i.on_day <= d.day and i.recorded_at <= known and not exists (
          select from special_inspections c where c.corrects_id = i.id and c.recorded_at <= known)
        order by i.on_day desc, i.recorded_at desc limit 1) i on true
    where e.known_from <= known and e.known_to > known
    group by e.id, e.unit_id $$;

  /* 在用的消防器材 on a day: whether it was before its end and what the last check by then had found. */
  create function house.fire_on_day(on_day date, known timestamptz)
    returns table (id uuid, unit_id uuid, kind text, in_date boolean, intact boolean) language sql stable as $$
    select e.id, e.unit_id, e.kind,
      coalesce(f.scrap_due_on >= fire_on_day.on_day, true),
      coalesce(c.condition, case when e.condition = 'scrapped' then 'awaitingScrap' else e.condition end) = 'intact'
    from fire_equipment_history e
      join fire_equipment f on f.id = e.id
      left join lateral (
        select c.condition from fire_checks c
        where c.equipment_id = e.id and c.on_day <= fire_on_day.on_day and c.recorded_at <= known and not exists (
          select from fire_checks later where later.corrects_id = c.id and later.recorded_at <= known)
        order by c.on_day desc, c.recorded_at desc limit 1) c on true
    where e.known_from <= known and e.known_to > known and e.entered_on <= fire_on_day.on_day
      and (e.scrapped_on is null or e.scrapped_on > fire_on_day.on_day) $$`;
