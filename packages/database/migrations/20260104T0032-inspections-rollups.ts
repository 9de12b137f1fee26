import { type Kysely, sql } from 'kysely';

/**
 * 排查覆盖. Every change of an occurrence appends what it changes in the counts of its point; the worker folds that into counts by month,
 * quarter and year; whoever reads adds what is not folded yet, so that a count is true at every instant. By point, because points owed and
 * points checked cannot be summed over time.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [tables, counted, noted, folded, recounted, read, readDays, granted]) await part.execute(db);
}

/** Nobody but the functions below touches these. */
const tables = sql`
  create table inspection_deltas (
    id bigint generated always as identity primary key,
    unit_id uuid not null,
    point_id uuid,
    kind text not null,
    month date not null,
    owed integer not null,
    done integer not null,
    late integer not null,
    missed integer not null,
    made_up integer not null,
    failed integer not null
  );
  create table inspection_rollups (
    grain text not null check (grain in ('month', 'quarter', 'year')),
    from_on date not null,
    unit_id uuid not null,
    point_id uuid,
    kind text not null,
    owed integer not null,
    done integer not null,
    late integer not null,
    missed integer not null,
    made_up integer not null,
    failed integer not null,
    unique nulls not distinct (grain, from_on, unit_id, point_id, kind)
  );
  alter table inspection_rollups set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
  alter table inspection_deltas set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
  alter table inspection_deltas enable row level security;
  alter table inspection_rollups enable row level security`;

/** What one occurrence counts as. */
const counted = sql`
  create function house.inspection_counts(state text, timing text, result_id uuid, failed integer)
    returns table (owed integer, done integer, late integer, missed integer, made_up integer, failed_items integer)
    language sql immutable parallel safe as $$
    select (state <> 'waived')::integer, (state = 'done')::integer, (state = 'done' and timing = 'late')::integer,
      (state = 'missed')::integer, (state = 'missed' and result_id is not null)::integer,
      case when state <> 'waived' then failed else 0 end $$`;

const noted = sql`
  create function house.note_occurrences_in() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    insert into inspection_deltas (unit_id, point_id, kind, month, owed, done, late, missed, made_up, failed)
      select f.unit_id, f.point_id, f.kind, date_trunc('month', f.on_day)::date,
        sum(c.owed), sum(c.done), sum(c.late), sum(c.missed), sum(c.made_up), sum(c.failed_items)
      from fresh f cross join lateral house.inspection_counts(f.state, f.timing, f.result_id, f.failed) as c group by 1, 2, 3, 4;
    return null;
  end $$;
  create function house.note_occurrences_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    insert into inspection_deltas (unit_id, point_id, kind, month, owed, done, late, missed, made_up, failed)
      select unit_id, point_id, kind, month, sum(owed), sum(done), sum(late), sum(missed), sum(made_up), sum(failed) from (
        select f.unit_id, f.point_id, f.kind, date_trunc('month', f.on_day)::date as month,
          c.owed, c.done, c.late, c.missed, c.made_up, c.failed_items as failed
        from fresh f cross join lateral house.inspection_counts(f.state, f.timing, f.result_id, f.failed) as c
        union all
        select g.unit_id, g.point_id, g.kind, date_trunc('month', g.on_day)::date,
          -c.owed, -c.done, -c.late, -c.missed, -c.made_up, -c.failed_items
        from gone g cross join lateral house.inspection_counts(g.state, g.timing, g.result_id, g.failed) as c) as parts
      group by 1, 2, 3, 4
      having (sum(owed), sum(done), sum(late), sum(missed), sum(made_up), sum(failed)) <> (0, 0, 0, 0, 0, 0);
    return null;
  end $$;
  create trigger counted_in after insert on inspection_occurrences referencing new table as fresh
    for each statement execute function house.note_occurrences_in();
  create trigger counted_again after update on inspection_occurrences referencing old table as gone new table as fresh
    for each statement execute function house.note_occurrences_changed()`;

const folded = sql`
  create function house.fold_inspections(most integer) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    taken integer;
  begin
    perform pg_advisory_xact_lock(hashtext('inspections.rollups'));
    with taken as (
      delete from inspection_deltas where id in (select id from inspection_deltas order by id limit most) returning *),
    put as (
      insert into inspection_rollups as kept (grain, from_on, unit_id, point_id, kind, owed, done, late, missed, made_up, failed)
      select grain, date_trunc(grain, month)::date, unit_id, point_id, kind,
        sum(owed), sum(done), sum(late), sum(missed), sum(made_up), sum(failed)
      from taken cross join unnest(array['month', 'quarter', 'year']) as g (grain) group by 1, 2, 3, 4, 5
      on conflict (grain, from_on, unit_id, point_id, kind) do update set
        owed = kept.owed + excluded.owed, done = kept.done + excluded.done, late = kept.late + excluded.late,
        missed = kept.missed + excluded.missed, made_up = kept.made_up + excluded.made_up, failed = kept.failed + excluded.failed)
    select count(*) into taken from taken;
    return taken;
  end $$`;

/** The counts of the months from first to last by all occurrences, less what is not folded yet; what differs is put right and told. */
const recounted = sql`
  create function house.recount_inspections(first date, last date) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    found integer;
  begin
    perform pg_advisory_xact_lock(hashtext('inspections.rollups'));
    with base as (
      select o.unit_id, o.point_id, o.kind, date_trunc('month', o.on_day)::date as month,
        c.owed, c.done, c.late, c.missed, c.made_up, c.failed_items as failed
      from inspection_occurrences o cross join lateral house.inspection_counts(o.state, o.timing, o.result_id, o.failed) as c
      where o.on_day >= first and o.on_day < last
      union all
      select unit_id, point_id, kind, month, -owed, -done, -late, -missed, -made_up, -failed from inspection_deltas
      where month >= first and month < last
      union all
      select unit_id, point_id, kind, from_on, -owed, -done, -late, -missed, -made_up, -failed from inspection_rollups
      where grain = 'month' and from_on >= first and from_on < last),
    differing as (
      insert into inspection_deltas (unit_id, point_id, kind, month, owed, done, late, missed, made_up, failed)
      select unit_id, point_id, kind, month, sum(owed), sum(done), sum(late), sum(missed), sum(made_up), sum(failed) from base
      group by 1, 2, 3, 4 having (sum(owed), sum(done), sum(late), sum(missed), sum(made_up), sum(failed)) <> (0, 0, 0, 0, 0, 0)
      returning 1)
    select count(*) into found from differing;
    return found;
  end $$`;

/** Counts of every unit within the ranges, as far as these lie within the session's scope, over whole months, quarters or years. */
const read = sql`
  create function house.inspection_coverage(los bigint[], his bigint[], wanted text, starts date[], kinds text[])
    returns table (unit_id uuid, owed bigint, done bigint, late bigint, missed bigint, made_up bigint, failed bigint,
      points_owed bigint, points_checked bigint)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    with seen as (
      select u.id from units u where u.lo <@ house.read_scope()
        and exists (select from unnest(los, his) as r (lo, hi) where u.lo between r.lo and r.hi)),
    parts as (
      select r.unit_id, r.point_id, r.owed, r.done, r.late, r.missed, r.made_up, r.failed
      from inspection_rollups r
      where r.grain = wanted and r.from_on = any(starts) and (kinds is null or r.kind = any(kinds))
      union all
      select d.unit_id, d.point_id, d.owed, d.done, d.late, d.missed, d.made_up, d.failed
      from inspection_deltas d
      where date_trunc(wanted, d.month)::date = any(starts) and (kinds is null or d.kind = any(kinds))),
    points as (
      select p.unit_id, p.point_id, sum(p.owed) as owed, sum(p.done) as done, sum(p.late) as late, sum(p.missed) as missed,
        sum(p.made_up) as made_up, sum(p.failed) as failed
      from parts p join seen on seen.id = p.unit_id group by 1, 2)
    select unit_id, sum(owed)::bigint, sum(done)::bigint, sum(late)::bigint, sum(missed)::bigint, sum(made_up)::bigint, sum(failed)::bigint,
      count(point_id) filter (where owed > 0), count(point_id) filter (where owed > 0 and done + made_up > 0)
    from points group by 1 $$`;

/** The same over single days, from the occurrences themselves. */
const readDays = sql`
  create function house.inspection_coverage_of_days(los bigint[], his bigint[], first date, last date, kinds text[])
    returns table (unit_id uuid, owed bigint, done bigint, late bigint, missed bigint, made_up bigint, failed bigint,
      points_owed bigint, points_checked bigint)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    with seen as (
      select u.id from units u where u.lo <@ house.read_scope()
        and exists (select from unnest(los, his) as r (lo, hi) where u.lo between r.lo and r.hi)),
    points as (
      select o.unit_id, o.point_id, count(*) filter (where o.state <> 'waived') as owed, count(*) filter (where o.state = 'done') as done,
        count(*) filter (where o.state = 'done' and o.timing = 'late') as late, count(*) filter (where o.state = 'missed') as missed,
        count(*) filter (where o.state = 'missed' and o.result_id is not null) as made_up,
        sum(o.failed) filter (where o.state <> 'waived') as failed
      from inspection_occurrences o join seen on seen.id = o.unit_id
      where o.on_day between first and last and (kinds is null or o.kind = any(kinds)) group by 1, 2)
    select unit_id, sum(owed)::bigint, sum(done)::bigint, sum(late)::bigint, sum(missed)::bigint, sum(made_up)::bigint,
      coalesce(sum(failed), 0)::bigint,
      count(point_id) filter (where owed > 0), count(point_id) filter (where owed > 0 and done + made_up > 0)
    from points group by 1 $$`;

const granted = sql`
  revoke execute on function house.fold_inspections, house.recount_inspections, house.inspection_coverage, house.inspection_coverage_of_days
    from public;
  do $$ begin
    execute format('grant execute on function house.fold_inspections, house.recount_inspections, house.inspection_coverage,
      house.inspection_coverage_of_days to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;
