import { type Kysely, sql } from 'kysely';

/**
 * What is folded is taken as a range of ids. As a list of ids, which the server did not expect to be long, each was looked for in all of the
 * others: a thousand changes cost half a million comparisons, and half of the time of a ledger.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
  create or replace function house.fold_hazards(most integer) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp set enable_seqscan = off as $$
  declare
    taken integer;
    emptied hazard_rollups[];
  begin
    call house.hold_rollups();
    with taken as (
      delete from hazard_deltas where id <= (select max(id) from (select id from hazard_deltas order by id limit most) as first) returning *),
    own as (
      select t.unit_id, f.facet, t.stage, f.value, sum(t.change) as change
      from taken t cross join lateral house.hazard_facets(t.level, t.source, t.key_area, t.open_due) as f group by 1, 2, 3, 4),
    above as (
      select * from house.units_above(array(select distinct unit_id from taken))),
    changes as (
      select unit_id, 'own' as reach, facet, stage, value, change from own
      union all
      select a.above, 'all', facet, stage, value, sum(change) from own join above a using (unit_id) group by 1, 2, 3, 4, 5),
    put as (
      insert into hazard_rollups as kept (unit_id, reach, facet, stage, value, count)
      select unit_id, reach, facet, stage, value, change from changes where change <> 0
      on conflict (unit_id, reach, facet, stage, value) do update set count = kept.count + excluded.count
      returning unit_id, reach, facet, stage, value, count)
    select (select count(*) from taken),
      (select array_agg((unit_id, reach, facet, stage, value, count)::hazard_rollups) from put where count = 0)
    into taken, emptied;
    delete from hazard_rollups r using unnest(emptied) as e
      where (r.unit_id, r.reach, r.facet, r.stage, r.value) = (e.unit_id, e.reach, e.facet, e.stage, e.value);
    return taken;
  end $$`.execute(db);
}
