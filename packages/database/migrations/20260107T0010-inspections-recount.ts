import { type Kysely, sql } from 'kysely';

/**
 * 复核: every sum of inspections is compared with what it is made of. A month of points and days with the records themselves; quarters,
 * half-years and years with their months; the boards with their points. What differs is put right where it differs, and counted by part.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [ended, records, marks, longer, boards, whole, granted]) await part.execute(db);
}

const ended = sql`
  create function house.period_end(grain text, start date) returns date language sql immutable parallel safe as $$
    select (start + case grain when 'month' then interval '1 month' when 'quarter' then interval '3 months'
      when 'half' then interval '6 months' else interval '1 year' end)::date $$`;

/** The counts of a month by all its occurrences, less what is not folded yet. */
const records = sql`
  create function house.recount_inspection_records(month date) returns table (part text, differing integer)
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    return query with counted as (
      select o.unit_id, o.point_id, o.kind, o.on_day, c.owed, c.done, c.late, c.missed, c.made_up, c.failed_items as failed
      from inspection_occurrences o cross join lateral house.inspection_counts(o.state, o.timing, o.result_id, o.failed) as c
      where o.on_day >= month and o.on_day < house.period_end('month', month)
      union all
      select unit_id, point_id, kind, on_day, -owed, -done, -late, -missed, -made_up, -failed from inspection_deltas
      where on_day >= month and on_day < house.period_end('month', month)),
    by_point as (
      select unit_id, point_id, kind, sum(owed) as owed, sum(done) as done, sum(late) as late, sum(missed) as missed, sum(made_up) as made_up,
        sum(failed) as failed
      from (
        select unit_id, point_id, kind, owed, done, late, missed, made_up, failed from counted
        union all
        select unit_id, point_id, kind, -owed, -done, -late, -missed, -made_up, -failed from inspection_rollups r
        where r.grain = 'month' and r.from_on = month) as all_of
      group by 1, 2, 3 having (sum(owed), sum(done), sum(late), sum(missed), sum(made_up), sum(failed)) <> (0, 0, 0, 0, 0, 0)),
    by_day as (
      select on_day, unit_id, kind, sum(owed) as owed, sum(done) as done, sum(late) as late, sum(missed) as missed, sum(made_up) as made_up,
        sum(failed) as failed
      from (
        select on_day, unit_id, kind, owed, done, late, missed, made_up, failed from counted
        union all
        select on_day, unit_id, kind, -owed, -done, -late, -missed, -made_up, -failed from inspection_days d
        where d.on_day >= month and d.on_day < house.period_end('month', month)) as all_of
      group by 1, 2, 3 having (sum(owed), sum(done), sum(late), sum(missed), sum(made_up), sum(failed)) <> (0, 0, 0, 0, 0, 0)),
    put_points as (
      insert into inspection_rollups as kept (grain, from_on, unit_id, point_id, kind, owed, done, late, missed, made_up, failed)
      select 'month', month, unit_id, point_id, kind, owed, done, late, missed, made_up, failed from by_point
      on conflict (grain, from_on, unit_id, point_id, kind) do update set
        owed = kept.owed + excluded.owed, done = kept.done + excluded.done, late = kept.late + excluded.late,
        missed = kept.missed + excluded.missed, made_up = kept.made_up + excluded.made_up, failed = kept.failed + excluded.failed),
    put_days as (
      insert into inspection_days as kept (on_day, unit_id, kind, owed, done, late, missed, made_up, failed)
      select on_day, unit_id, kind, owed, done, late, missed, made_up, failed from by_day
      on conflict (on_day, unit_id, kind) do update set
        owed = kept.owed + excluded.owed, done = kept.done + excluded.done, late = kept.late + excluded.late,
        missed = kept.missed + excluded.missed, made_up = kept.made_up + excluded.made_up, failed = kept.failed + excluded.failed)
    select 'months', (select count(*)::integer from by_point) union all select 'days', (select count(*)::integer from by_day);
  end $$`;

/** On which days of a month each point was owed and checked. One of which something is not folded yet is marked when it is. */
const marks = sql`
  create function house.recount_inspection_marks(month date) returns integer
    language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with said as (
      select o.unit_id, o.point_id, o.kind, bit_or((o.state <> 'waived')::integer << (extract(day from o.on_day)::integer - 1)) as owed_on,
        bit_or((o.state = 'done' or (o.state = 'missed' and o.result_id is not null))::integer << (extract(day from o.on_day)::integer - 1)) as checked_on
      from inspection_occurrences o
      where o.on_day >= month and o.on_day < house.period_end('month', month) and o.point_id is not null group by 1, 2, 3),
    differing as (
      select r.unit_id, r.point_id, r.kind, coalesce(said.owed_on, 0) as owed_on, coalesce(said.checked_on, 0) as checked_on
      from inspection_rollups r left join said using (unit_id, point_id, kind)
      where r.grain = 'month' and r.from_on = month and r.point_id is not null
        and (r.owed_on, r.checked_on) <> (coalesce(said.owed_on, 0), coalesce(said.checked_on, 0))
        and not exists (
          select from inspection_deltas d where d.unit_id = r.unit_id and d.point_id = r.point_id
            and d.on_day >= month and d.on_day < house.period_end('month', month))),
    put as (
      update inspection_rollups r set owed_on = d.owed_on, checked_on = d.checked_on from differing d
      where r.grain = 'month' and r.from_on = month and r.unit_id = d.unit_id and r.point_id = d.point_id and r.kind = d.kind
      returning 1)
    select count(*)::integer from put $$`;

/** The counts of a quarter, half-year or year by its months. */
const longer = sql`
  create function house.recount_inspection_period(wanted text, start date) returns integer
    language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with differing as (
      select unit_id, point_id, kind, sum(owed) as owed, sum(done) as done, sum(late) as late, sum(missed) as missed, sum(made_up) as made_up,
        sum(failed) as failed
      from (
        select unit_id, point_id, kind, owed, done, late, missed, made_up, failed from inspection_rollups r
        where r.grain = 'month' and r.from_on >= start and r.from_on < house.period_end(wanted, start)
        union all
        select unit_id, point_id, kind, -owed, -done, -late, -missed, -made_up, -failed from inspection_rollups r
        where r.grain = wanted and r.from_on = start) as all_of
      group by 1, 2, 3 having (sum(owed), sum(done), sum(late), sum(missed), sum(made_up), sum(failed)) <> (0, 0, 0, 0, 0, 0)),
    put as (
      insert into inspection_rollups as kept (grain, from_on, unit_id, point_id, kind, owed, done, late, missed, made_up, failed)
      select wanted, start, unit_id, point_id, kind, owed, done, late, missed, made_up, failed from differing
      on conflict (grain, from_on, unit_id, point_id, kind) do update set
        owed = kept.owed + excluded.owed, done = kept.done + excluded.done, late = kept.late + excluded.late,
        missed = kept.missed + excluded.missed, made_up = kept.made_up + excluded.made_up, failed = kept.failed + excluded.failed
      returning 1)
    select count(*)::integer from put $$`;

/** The boards of a period by the points of their units; one without a point to stand on is put to nothing. */
const boards = sql`
  create function house.recount_inspection_boards(wanted text, start date) returns integer
    language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with points as (
      select r.unit_id, k.kind, r.point_id, sum(r.owed) as owed, sum(r.done) as done, sum(r.late) as late, sum(r.missed) as missed,
        sum(r.made_up) as made_up, sum(r.failed) as failed
      from inspection_rollups r cross join lateral (values (''), (r.kind)) as k (kind)
      where r.grain = wanted and r.from_on = start group by 1, 2, 3),
    counted as (
      select unit_id, kind, sum(owed) as owed, sum(done) as done, sum(late) as late, sum(missed) as missed, sum(made_up) as made_up,
        sum(failed) as failed, count(point_id) filter (where owed > 0) as points_owed,
        count(point_id) filter (where owed > 0 and done + made_up > 0) as points_checked
      from points group by 1, 2),
    kept as (select * from inspection_boards b where b.grain = wanted and b.from_on = start),
    differing as (
      select unit_id, kind, coalesce(c.owed, 0) as owed, coalesce(c.done, 0) as done, coalesce(c.late, 0) as late, coalesce(c.missed, 0) as missed,
        coalesce(c.made_up, 0) as made_up, coalesce(c.failed, 0) as failed, coalesce(c.points_owed, 0) as points_owed,
        coalesce(c.points_checked, 0) as points_checked
      from counted c full join kept b using (unit_id, kind)
      where (coalesce(c.owed, 0), coalesce(c.done, 0), coalesce(c.late, 0), coalesce(c.missed, 0), coalesce(c.made_up, 0), coalesce(c.failed, 0),
          coalesce(c.points_owed, 0), coalesce(c.points_checked, 0))
        <> (coalesce(b.owed, 0), coalesce(b.done, 0), coalesce(b.late, 0), coalesce(b.missed, 0), coalesce(b.made_up, 0), coalesce(b.failed, 0),
          coalesce(b.points_owed, 0), coalesce(b.points_checked, 0))),
    put as (
      insert into inspection_boards as kept (grain, from_on, unit_id, kind, owed, done, late, missed, made_up, failed, points_owed, points_checked)
      select wanted, start, unit_id, kind, owed, done, late, missed, made_up, failed, points_owed, points_checked from differing
      on conflict (grain, from_on, kind, unit_id) do update set
        owed = excluded.owed, done = excluded.done, late = excluded.late, missed = excluded.missed, made_up = excluded.made_up,
        failed = excluded.failed, points_owed = excluded.points_owed, points_checked = excluded.points_checked
      returning 1)
    select count(*)::integer from put $$`;

/**
 * One period with its boards. The months come first: what is longer is compared with them. What calls by the old name gets the whole number of
 * the months from first to last and of what is made of them.
 */
const whole = sql`
  create function house.recount_inspections_of(wanted text, start date) returns table (part text, differing integer)
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    perform pg_advisory_xact_lock(hashtext('inspections.rollups'));
    if wanted = 'month' then
      return query select * from house.recount_inspection_records(start);
      return query select 'marks', house.recount_inspection_marks(start);
    else
      return query select case wanted when 'half' then 'halves' else wanted || 's' end, house.recount_inspection_period(wanted, start);
    end if;
    return query select 'boards', house.recount_inspection_boards(wanted, start);
  end $$;
  create or replace function house.recount_inspections(first date, last date) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    each record;
    found integer := 0;
  begin
    for each in
      select distinct array_position(grains, grain) as turn, grain, house.period_start(grain, month::date) as start
      from (values (array['month', 'quarter', 'half', 'year'])) as g (grains) cross join unnest(grains) as grain
        cross join generate_series(date_trunc('month', first::timestamp), last::timestamp - interval '1 day', interval '1 month') as month
      order by 1, 3
    loop
      found := found + (select sum(differing) from house.recount_inspections_of(each.grain, each.start));
    end loop;
    return found;
  end $$;
  drop function house.recount_inspection_month`;

const granted = sql`
  revoke execute on function house.recount_inspection_records, house.recount_inspection_marks, house.recount_inspection_period,
    house.recount_inspection_boards, house.recount_inspections_of from public;
  do $$ begin
    execute format('grant execute on function house.recount_inspections_of to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;
