import { type Kysely, sql } from 'kysely';

/** Folding into the boards, the recount of them, and reading them. What there is already is counted anew, month by month. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [folded, recounted, read, readDays, granted, existing]) await part.execute(db);
}

const folded = sql`
  create or replace function house.fold_inspections(most integer) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    one record;
    taken integer;
  begin
    perform pg_advisory_xact_lock(hashtext('inspections.rollups'));
    with gone as (delete from inspection_deltas where id in (select id from inspection_deltas order by id limit most) returning *)
      insert into inspection_folding select * from gone;
    get diagnostics taken = row_count;
    if taken = 0 then return 0; end if;
    insert into inspection_rollups as kept (grain, from_on, unit_id, point_id, kind, owed, done, late, missed, made_up, failed)
    select grain, house.period_start(grain, on_day), unit_id, point_id, kind,
      sum(owed), sum(done), sum(late), sum(missed), sum(made_up), sum(failed)
    from inspection_folding cross join unnest(array['month', 'quarter', 'half', 'year']) as g (grain) group by 1, 2, 3, 4, 5
    on conflict (grain, from_on, unit_id, point_id, kind) do update set
      owed = kept.owed + excluded.owed, done = kept.done + excluded.done, late = kept.late + excluded.late,
      missed = kept.missed + excluded.missed, made_up = kept.made_up + excluded.made_up, failed = kept.failed + excluded.failed;
    insert into inspection_days as kept (on_day, unit_id, kind, owed, done, late, missed, made_up, failed)
    select on_day, unit_id, kind, sum(owed), sum(done), sum(late), sum(missed), sum(made_up), sum(failed)
    from inspection_folding group by 1, 2, 3
    on conflict (on_day, unit_id, kind) do update set
      owed = kept.owed + excluded.owed, done = kept.done + excluded.done, late = kept.late + excluded.late,
      missed = kept.missed + excluded.missed, made_up = kept.made_up + excluded.made_up, failed = kept.failed + excluded.failed;
    for one in select on_day, array_agg(distinct point_id) as points from inspection_folding where point_id is not null group by 1 loop
      perform house.mark_inspection_day(one.on_day, one.points);
    end loop;
    select array_agg(unit_id) as units, array_agg(on_day) as days into one
      from (select distinct unit_id, on_day from inspection_folding) as changed;
    perform house.count_inspection_boards(one.units, one.days);
    delete from inspection_folding;
    return taken;
  end $$`;

/**
 * The counts of the months from first to last by all occurrences, less what is not folded yet; what differs is put right and told. One month
 * at a time, so that no statement holds more than a month.
 */
const recounted = sql`
  create function house.recount_inspection_month(month date) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    next date := (month + interval '1 month')::date;
    found integer;
    units uuid[];
  begin
    with counted as (
      select o.unit_id, o.point_id, o.kind, o.on_day, c.owed, c.done, c.late, c.missed, c.made_up, c.failed_items as failed
      from inspection_occurrences o cross join lateral house.inspection_counts(o.state, o.timing, o.result_id, o.failed) as c
      where o.on_day >= month and o.on_day < next
      union all
      select unit_id, point_id, kind, on_day, -owed, -done, -late, -missed, -made_up, -failed from inspection_deltas
      where on_day >= month and on_day < next),
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
        where d.on_day >= month and d.on_day < next) as all_of
      group by 1, 2, 3 having (sum(owed), sum(done), sum(late), sum(missed), sum(made_up), sum(failed)) <> (0, 0, 0, 0, 0, 0)),
    put_points as (
      insert into inspection_rollups as kept (grain, from_on, unit_id, point_id, kind, owed, done, late, missed, made_up, failed)
      select grain, house.period_start(grain, month), unit_id, point_id, kind, owed, done, late, missed, made_up, failed
      from by_point cross join unnest(array['month', 'quarter', 'half', 'year']) as g (grain)
      on conflict (grain, from_on, unit_id, point_id, kind) do update set
        owed = kept.owed + excluded.owed, done = kept.done + excluded.done, late = kept.late + excluded.late,
        missed = kept.missed + excluded.missed, made_up = kept.made_up + excluded.made_up, failed = kept.failed + excluded.failed),
    put_days as (
      insert into inspection_days as kept (on_day, unit_id, kind, owed, done, late, missed, made_up, failed)
      select on_day, unit_id, kind, owed, done, late, missed, made_up, failed from by_day
      on conflict (on_day, unit_id, kind) do update set
        owed = kept.owed + excluded.owed, done = kept.done + excluded.done, late = kept.late + excluded.late,
        missed = kept.missed + excluded.missed, made_up = kept.made_up + excluded.made_up, failed = kept.failed + excluded.failed)
    select (select count(*) from by_point) + (select count(*) from by_day) into found;
    with marks as (
      select o.unit_id, o.point_id, o.kind, bit_or((o.state <> 'waived')::integer << (extract(day from o.on_day)::integer - 1)) as owed_on,
        bit_or((o.state = 'done' or (o.state = 'missed' and o.result_id is not null))::integer << (extract(day from o.on_day)::integer - 1)) as checked_on
      from inspection_occurrences o where o.on_day >= month and o.on_day < next and o.point_id is not null group by 1, 2, 3),
    put as (
      update inspection_rollups r set owed_on = m.owed_on, checked_on = m.checked_on from marks m
      where r.grain = 'month' and r.from_on = month and r.unit_id = m.unit_id and r.point_id = m.point_id and r.kind = m.kind
        and (r.owed_on, r.checked_on) <> (m.owed_on, m.checked_on)
        and not exists (
          select from inspection_deltas d where d.point_id = r.point_id and d.unit_id = r.unit_id and d.on_day >= month and d.on_day < next)
      returning 1)
    select found + count(*) into found from put;
    units := array(select distinct unit_id from inspection_rollups r where r.grain = 'month' and r.from_on = month);
    perform house.count_inspection_boards(units, array_fill(month, array[cardinality(units)]));
    return found;
  end $$;
  revoke execute on function house.recount_inspection_month from public;
  create or replace function house.recount_inspections(first date, last date) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    month date;
    found integer := 0;
  begin
    perform pg_advisory_xact_lock(hashtext('inspections.rollups'));
    for month in select generate_series(date_trunc('month', first::timestamp), last::timestamp - interval '1 day', interval '1 month')::date loop
      found := found + house.recount_inspection_month(month);
    end loop;
    return found;
  end $$`;

/**
 * Counts of every unit within the ranges, as far as these lie within the session's scope, of one month, quarter, half-year or year. Several
 * kinds together are counted by point.
 */
const read = sql`
  drop function house.inspection_coverage;
  create function house.inspection_coverage(los bigint[], his bigint[], wanted text, start date, kinds text[])
    returns table (unit_id uuid, owed bigint, done bigint, late bigint, missed bigint, made_up bigint, failed bigint,
      points_owed bigint, points_checked bigint)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    with seen as (
      select u.id from units u where u.lo <@ house.read_scope()
        and exists (select from unnest(los, his) as r (lo, hi) where u.lo between r.lo and r.hi)),
    fresh as materialized (select distinct d.unit_id as id from inspection_deltas d where house.period_start(wanted, d.on_day) = start),
    by_point as (
      select s.id, p.* from (select id from seen where cardinality(kinds) > 1 or id in (select id from fresh)) as s cross join lateral (
        select point_id, sum(owed) as owed, sum(done) as done, sum(late) as late, sum(missed) as missed, sum(made_up) as made_up,
          sum(failed) as failed
        from (
          select r.point_id, r.owed, r.done, r.late, r.missed, r.made_up, r.failed from inspection_rollups r
          where r.grain = wanted and r.from_on = start and r.unit_id = s.id and (kinds is null or r.kind = any(kinds))
          union all
          select d.point_id, d.owed, d.done, d.late, d.missed, d.made_up, d.failed from inspection_deltas d
          where d.unit_id = s.id and house.period_start(wanted, d.on_day) = start and (kinds is null or d.kind = any(kinds))) as parts
        group by 1 offset 0) as p)
    select b.unit_id, b.owed::bigint, b.done::bigint, b.late::bigint, b.missed::bigint, b.made_up::bigint, b.failed::bigint,
      b.points_owed::bigint, b.points_checked::bigint
    from inspection_boards b join seen on seen.id = b.unit_id
    where b.grain = wanted and b.from_on = start and b.kind = coalesce(kinds[1], '')
      and cardinality(coalesce(kinds, '{}')) <= 1 and b.unit_id not in (select id from fresh)
    union all
    select id, sum(owed)::bigint, sum(done)::bigint, sum(late)::bigint, sum(missed)::bigint, sum(made_up)::bigint, sum(failed)::bigint,
      count(point_id) filter (where owed > 0), count(point_id) filter (where owed > 0 and done + made_up > 0)
    from by_point group by 1 $$;
  create index inspection_deltas_of_unit on inspection_deltas (unit_id)`;

/** The same over single days: what was owed and done by unit and day, points by the days marked of them. */
const readDays = sql`
  create or replace function house.inspection_coverage_of_days(los bigint[], his bigint[], first date, last date, kinds text[])
    returns table (unit_id uuid, owed bigint, done bigint, late bigint, missed bigint, made_up bigint, failed bigint,
      points_owed bigint, points_checked bigint)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    with seen as (
      select u.id, u.lo from units u where u.lo <@ house.read_scope()
        and exists (select from unnest(los, his) as r (lo, hi) where u.lo between r.lo and r.hi)),
    fresh as materialized (select distinct d.unit_id as id from inspection_deltas d where d.on_day between first and last),
    months as materialized (
      select m::date as from_on, house.days_marked(m::date, first, last) as marks
      from generate_series(date_trunc('month', first::timestamp), last::timestamp, interval '1 month') as m),
    points as (
      select of_point.unit_id, count(*) filter (where of_point.owed) as owed, count(*) filter (where of_point.checked) as checked
      from (
        select r.unit_id, bool_or(r.owed_on & m.marks <> 0) as owed, bool_or(r.checked_on & m.marks <> 0) as checked
        from months m join inspection_rollups r on r.grain = 'month' and r.from_on = m.from_on
        where r.point_id is not null and (kinds is null or r.kind = any(kinds)) group by r.unit_id, r.point_id) as of_point
      group by 1),
    days as (
      select d.unit_id, sum(d.owed) as owed, sum(d.done) as done, sum(d.late) as late, sum(d.missed) as missed, sum(d.made_up) as made_up,
        sum(d.failed) as failed
      from inspection_days d where d.on_day between first and last and (kinds is null or d.kind = any(kinds)) group by 1),
    by_point as (
      select s.id, p.* from (select id, lo from seen where id in (select id from fresh)) as s cross join lateral (
        select o.point_id, sum(c.owed) as owed, sum(c.done) as done, sum(c.late) as late, sum(c.missed) as missed, sum(c.made_up) as made_up,
          sum(c.failed_items) as failed
        from inspection_occurrences o cross join lateral house.inspection_counts(o.state, o.timing, o.result_id, o.failed) as c
        where o.unit_pos = s.lo and o.on_day between first and last and (kinds is null or o.kind = any(kinds))
        group by 1 offset 0) as p)
    select d.unit_id, d.owed::bigint, d.done::bigint, d.late::bigint, d.missed::bigint, d.made_up::bigint, d.failed::bigint,
      coalesce(p.owed, 0)::bigint, coalesce(p.checked, 0)::bigint
    from days d join seen on seen.id = d.unit_id left join points p on p.unit_id = d.unit_id
    where d.unit_id not in (select id from fresh)
    union all
    select id, sum(owed)::bigint, sum(done)::bigint, sum(late)::bigint, sum(missed)::bigint, sum(made_up)::bigint, sum(failed)::bigint,
      count(point_id) filter (where owed > 0), count(point_id) filter (where owed > 0 and done + made_up > 0)
    from by_point group by 1 $$`;

const granted = sql`
  revoke execute on function house.inspection_coverage from public;
  do $$ begin
    execute format('grant execute on function house.inspection_coverage to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;

const existing = sql`
  insert into inspection_rollups (grain, from_on, unit_id, point_id, kind, owed, done, late, missed, made_up, failed)
  select 'half', house.period_start('half', from_on), unit_id, point_id, kind, sum(owed), sum(done), sum(late), sum(missed), sum(made_up), sum(failed)
  from inspection_rollups where grain = 'quarter' group by 2, 3, 4, 5;
  do $$
  declare
    month date;
  begin
    for month in select generate_series(date_trunc('month', min(on_day)::timestamp), max(on_day)::timestamp, interval '1 month')::date
      from inspection_occurrences loop
      perform house.recount_inspections(month, (month + interval '1 month')::date);
    end loop;
  end $$`;
