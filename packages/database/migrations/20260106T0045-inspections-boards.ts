import { type Kysely, sql } from 'kysely';

/**
 * 排查覆盖 by unit: the board of the whole group reads a row for each unit, not one for each point. A change notes its day, so that single
 * days are counted too; a point keeps on which days of a month it was owed and checked. A unit of which something is not folded yet is
 * counted from its points or its occurrences, so that a count is true at every instant.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`select house.fold_inspections(2000000000)`.execute(db);
  for (const part of [tables, periods, noted, boards, marked]) await part.execute(db);
}

/** Nobody but the functions below touches these. '' among the kinds of a board is all of them: points cannot be summed over kinds either. */
const tables = sql`
  alter table inspection_deltas rename column month to on_day;
  alter table inspection_rollups add column owed_on integer not null default 0, add column checked_on integer not null default 0,
    drop constraint inspection_rollups_grain_check, add check (grain in ('month', 'quarter', 'half', 'year'));
  /* What one fold has taken, for the length of its transaction. */
  create unlogged table inspection_folding (like inspection_deltas);
  alter table inspection_folding enable row level security;
  create table inspection_days (
    on_day date not null,
    unit_id uuid not null,
    kind text not null,
    owed integer not null,
    done integer not null,
    late integer not null,
    missed integer not null,
    made_up integer not null,
    failed integer not null,
    primary key (on_day, unit_id, kind)
  );
  create table inspection_boards (
    grain text not null check (grain in ('month', 'quarter', 'half', 'year')),
    from_on date not null,
    unit_id uuid not null,
    kind text not null,
    owed integer not null,
    done integer not null,
    late integer not null,
    missed integer not null,
    made_up integer not null,
    failed integer not null,
    points_owed integer not null,
    points_checked integer not null,
    primary key (grain, from_on, kind, unit_id)
  );
  alter table inspection_days set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
  alter table inspection_boards set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
  alter table inspection_days enable row level security;
  alter table inspection_boards enable row level security`;

/** The first day of the month, quarter, half-year or year; the bits of the days of a month that lie within others. */
const periods = sql`
  create function house.period_start(grain text, day date) returns date language sql immutable parallel safe as $$
    select case when grain <> 'half' then date_trunc(grain, day::timestamp)::date
      when extract(month from day) < 7 then date_trunc('year', day::timestamp)::date
      else (date_trunc('year', day::timestamp) + interval '6 months')::date end $$;
  create function house.days_marked(month date, first date, last date) returns integer language sql immutable parallel safe as $$
    select coalesce(sum(1 << (extract(day from day)::integer - 1)), 0)::integer
    from generate_series(greatest(month, first)::timestamp, least((month + interval '1 month - 1 day')::date, last)::timestamp, interval '1 day') as day $$`;

const noted = sql`
  create or replace function house.note_occurrences_in() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    insert into inspection_deltas (unit_id, point_id, kind, on_day, owed, done, late, missed, made_up, failed)
      select f.unit_id, f.point_id, f.kind, f.on_day, sum(c.owed), sum(c.done), sum(c.late), sum(c.missed), sum(c.made_up), sum(c.failed_items)
      from fresh f cross join lateral house.inspection_counts(f.state, f.timing, f.result_id, f.failed) as c group by 1, 2, 3, 4;
    return null;
  end $$;
  create or replace function house.note_occurrences_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    insert into inspection_deltas (unit_id, point_id, kind, on_day, owed, done, late, missed, made_up, failed)
      select unit_id, point_id, kind, on_day, sum(owed), sum(done), sum(late), sum(missed), sum(made_up), sum(failed) from (
        select f.unit_id, f.point_id, f.kind, f.on_day, c.owed, c.done, c.late, c.missed, c.made_up, c.failed_items as failed
        from fresh f cross join lateral house.inspection_counts(f.state, f.timing, f.result_id, f.failed) as c
        union all
        select g.unit_id, g.point_id, g.kind, g.on_day, -c.owed, -c.done, -c.late, -c.missed, -c.made_up, -c.failed_items
        from gone g cross join lateral house.inspection_counts(g.state, g.timing, g.result_id, g.failed) as c) as parts
      group by 1, 2, 3, 4
      having (sum(owed), sum(done), sum(late), sum(missed), sum(made_up), sum(failed)) <> (0, 0, 0, 0, 0, 0);
    return null;
  end $$`;

/** Counts the boards of the units named anew, of every period in which the day named beside each lies. */
const boards = sql`
  create function house.count_inspection_boards(unit_ids uuid[], days date[]) returns void
    language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    insert into inspection_boards as kept (grain, from_on, unit_id, kind, owed, done, late, missed, made_up, failed, points_owed, points_checked)
    select grain, from_on, unit_id, kind, sum(owed), sum(done), sum(late), sum(missed), sum(made_up), sum(failed),
      count(point_id) filter (where owed > 0), count(point_id) filter (where owed > 0 and done + made_up > 0)
    from (
      select wanted.grain, wanted.from_on, wanted.unit_id, k.kind, r.point_id, sum(r.owed) as owed, sum(r.done) as done, sum(r.late) as late,
        sum(r.missed) as missed, sum(r.made_up) as made_up, sum(r.failed) as failed
      from (
        select distinct g.grain, house.period_start(g.grain, u.day) as from_on, u.unit_id
        from unnest(unit_ids, days) as u (unit_id, day) cross join unnest(array['month', 'quarter', 'half', 'year']) as g (grain)) as wanted
      cross join lateral (
        select * from inspection_rollups r
        where r.grain = wanted.grain and r.from_on = wanted.from_on and r.unit_id = wanted.unit_id offset 0) as r
      cross join lateral (values (''), (r.kind)) as k (kind)
      group by 1, 2, 3, 4, 5) as points
    group by 1, 2, 3, 4
    on conflict (grain, from_on, kind, unit_id) do update set
      owed = excluded.owed, done = excluded.done, late = excluded.late, missed = excluded.missed, made_up = excluded.made_up,
      failed = excluded.failed, points_owed = excluded.points_owed, points_checked = excluded.points_checked
    where (kept.owed, kept.done, kept.late, kept.missed, kept.made_up, kept.failed, kept.points_owed, kept.points_checked)
      <> (excluded.owed, excluded.done, excluded.late, excluded.missed, excluded.made_up, excluded.failed, excluded.points_owed, excluded.points_checked) $$;
  revoke execute on function house.count_inspection_boards from public`;

/**
 * Marks of one day whether the points named were owed a check on it, and whether they were checked: few are looked up each, for many the
 * whole day is read. The month stands beside the day so that a point is looked up by the point, however little is known of a day just made.
 */
const marked = sql`
  create function house.said_of_points(day date, point_ids uuid[])
    returns table (unit_id uuid, point_id uuid, kind text, owed boolean, checked boolean)
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    month date := date_trunc('month', day::timestamp)::date;
    next date := (month + interval '1 month')::date;
  begin
    if cardinality(point_ids) > 500 then
      return query select o.unit_id, o.point_id, o.kind, bool_or(o.state <> 'waived'),
          bool_or(o.state = 'done' or (o.state = 'missed' and o.result_id is not null))
        from inspection_occurrences o where o.on_day = day and o.point_id is not null group by 1, 2, 3;
    else
      return query select o.unit_id, o.point_id, o.kind, bool_or(o.state <> 'waived'),
          bool_or(o.state = 'done' or (o.state = 'missed' and o.result_id is not null))
        from unnest(point_ids) as named (id) cross join lateral (
          select * from inspection_occurrences i
          where i.point_id = named.id and i.on_day >= month and i.on_day < next and i.on_day + 0 = day offset 0) as o
        group by 1, 2, 3;
    end if;
  end $$;
  create function house.mark_inspection_day(day date, point_ids uuid[]) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    bit integer := house.days_marked(date_trunc('month', day::timestamp)::date, day, day);
  begin
    update inspection_rollups r set
      owed_on = case when said.owed then r.owed_on | bit else r.owed_on & ~bit end,
      checked_on = case when said.checked then r.checked_on | bit else r.checked_on & ~bit end
    from house.said_of_points(day, point_ids) as said
    where r.grain = 'month' and r.from_on = date_trunc('month', day::timestamp)::date
      and r.unit_id = said.unit_id and r.point_id = said.point_id and r.kind = said.kind
      and (r.owed_on & bit <> 0, r.checked_on & bit <> 0) <> (said.owed, said.checked);
  end $$;
  revoke execute on function house.said_of_points, house.mark_inspection_day from public`;
