import { type Kysely, sql } from 'kysely';

/**
 * Folding leaves little behind. An index on counts of nothing let no count be rewritten in place: a ledger of 100,000 rows left five dead
 * versions of every count. What became nothing is told by the fold itself now. And whether something is not folded yet is looked up by its
 * key, which passes over what was folded; it read through all of that, at every list.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [folded, looked]) await part.execute(db);
}

const folded = sql`
  drop index hazard_rollups_empty;
  create or replace function house.fold_hazards(most integer) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    taken integer;
    emptied hazard_rollups[];
  begin
    call house.hold_rollups();
    with taken as (
      delete from hazard_deltas where id in (select id from hazard_deltas order by id limit most) returning *),
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
  end $$`;

const looked = sql`
  alter function house.hazard_counts(bigint[], bigint[], text[], text[], date) set enable_seqscan = off;
  alter function house.fold_hazards(integer) set enable_seqscan = off`;
