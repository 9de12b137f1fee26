import { type Kysely, sql } from 'kysely';

/** The board of single days counts the points of the units that are asked for, and no others: a workshop's costs no more than its own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function house.inspection_coverage_of_days(los bigint[], his bigint[], first date, last date, kinds text[])
      returns table (unit_id uuid, owed bigint, done bigint, late bigint, missed bigint, made_up bigint, failed bigint,
        points_owed bigint, points_checked bigint)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      with fresh as materialized (select distinct d.unit_id as id from inspection_deltas d where d.on_day between first and last),
      seen as materialized (
        select u.id, u.lo, u.id in (select id from fresh) as changed from units u where u.lo <@ house.read_scope()
          and exists (select from unnest(los, his) as r (lo, hi) where u.lo between r.lo and r.hi)),
      months as materialized (
        select m::date as from_on, house.days_marked(m::date, first, last) as marks
        from generate_series(date_trunc('month', first::timestamp), last::timestamp, interval '1 month') as m),
      by_day as (
        select d.unit_id, sum(d.owed) as owed, sum(d.done) as done, sum(d.late) as late, sum(d.missed) as missed, sum(d.made_up) as made_up,
          sum(d.failed) as failed
        from inspection_days d join seen on seen.id = d.unit_id and not seen.changed
        where d.on_day between first and last and (kinds is null or d.kind = any(kinds)) group by 1),
      by_point as (
        select s.id, p.* from (select id, lo from seen where changed) as s cross join lateral (
          select o.point_id, sum(c.owed) as owed, sum(c.done) as done, sum(c.late) as late, sum(c.missed) as missed, sum(c.made_up) as made_up,
            sum(c.failed_items) as failed
          from inspection_occurrences o cross join lateral house.inspection_counts(o.state, o.timing, o.result_id, o.failed) as c
          where o.unit_pos = s.lo and o.on_day between first and last and (kinds is null or o.kind = any(kinds))
          group by 1 offset 0) as p)
      select d.unit_id, d.owed::bigint, d.done::bigint, d.late::bigint, d.missed::bigint, d.made_up::bigint, d.failed::bigint, p.owed, p.checked
      from by_day d cross join lateral (
        select count(*) filter (where of_point.owed) as owed, count(*) filter (where of_point.checked) as checked
        from (
          select bool_or(r.owed_on & m.marks <> 0) as owed, bool_or(r.checked_on & m.marks <> 0) as checked
          from months m cross join lateral (
            select * from inspection_rollups i where i.grain = 'month' and i.from_on = m.from_on and i.unit_id = d.unit_id offset 0) as r
          where r.point_id is not null and (kinds is null or r.kind = any(kinds)) group by r.point_id) as of_point) as p
      union all
      select id, sum(owed)::bigint, sum(done)::bigint, sum(late)::bigint, sum(missed)::bigint, sum(made_up)::bigint, sum(failed)::bigint,
        count(point_id) filter (where owed > 0), count(point_id) filter (where owed > 0 and done + made_up > 0)
      from by_point group by 1 $$`.execute(db);
}
