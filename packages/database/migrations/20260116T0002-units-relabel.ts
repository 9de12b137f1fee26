import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [inPlace, relabel]) await part.execute(db);
}

/**
 * The rows of a branch whose units have their new labels already, in the order in which they lie: what was written after each other
 * stands after each other in nearly every index, so that each page of it is taken in hand once. Unit by unit, as the server would have
 * it, costs up to a third more. No reference is touched, so none is asked: to a person there are more than a hundred. Where the owner of
 * the database is not allowed to let them rest they are.
 */
const inPlace = sql`
  create function house.let_references_rest() returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
  begin
    perform set_config('session_replication_role', 'replica', true);
  exception when insufficient_privilege then null;
  end $$;
  revoke execute on function house.let_references_rest from public;
  create function house.move_rows(scoped regclass, low bigint, high bigint) returns void language plpgsql
    set search_path = pg_catalog, public, pg_temp set enable_indexscan = off set enable_nestloop = off set enable_mergejoin = off as $$
  begin
    perform house.let_references_rest();
    execute format('update %s t set unit_pos = u.lo from units u where u.id = t.unit_id and t.unit_pos between $1 and $2', scoped)
      using low, high;
    if current_setting('session_replication_role') <> 'origin' then perform set_config('session_replication_role', 'origin', true); end if;
  end $$;
  revoke execute on function house.move_rows from public`;

/** As before, but for the order of the rows. */
const relabel = sql`
  create or replace function house.relabel(ids uuid[], los bigint[], his bigint[], useds bigint[], deeper integer) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    scoped regclass;
    olds bigint[];
    touched boolean;
  begin
    perform pg_advisory_xact_lock(hashtext('units.labels'));
    if exists (select from unnest(los || his) as wanted (label) where (wanted.label <@ house.write_scope()) is not true)
      or exists (select from units where id = any(ids) and (lo <@ house.write_scope()) is not true) then
      raise exception 'labels outside the scope' using errcode = '42501';
    end if;
    select array_agg(u.lo order by m.at) into strict olds from unnest(ids) with ordinality as m (id, at) join units u using (id);
    update units u set lo = m.lo, hi = m.hi, used = m.used, depth = u.depth + deeper
      from unnest(ids, los, his, useds) as m (id, lo, hi, used) where u.id = m.id;
    for scoped in select name from house.scoped_tables loop
      execute format('select exists (select from %s where unit_pos = any($1))', scoped) into touched using olds;
      continue when not touched;
      execute format('alter table %s disable trigger user', scoped);
      perform house.move_rows(scoped, (select min(old) from unnest(olds) as old), (select max(old) from unnest(olds) as old));
      execute format('alter table %s enable trigger user', scoped);
    end loop;
  end $$`;
