import { type Kysely, sql } from 'kysely';

/**
 * Roll-ups of hazards (ADR 0009). Every change of a hazard appends what it changes in the counts; the worker folds that into counts of
 * every unit, its own and with all below it; whoever reads adds what is not folded yet, so that a count is true at every instant.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [responsible, tables, facets, written, folded, moved, recounted, read, begun, granted]) await part.execute(db);
}

/** Whoever is responsible, wherever he belongs, for the rows of one page within the scope. */
const responsible = sql`
  create function house.responsible_for(wanted uuid[]) returns table (hazard_id uuid, name text)
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    return query select h.id, p.name from hazards h join persons p on p.id = h.responsible_id
      where h.id = any(wanted[1:500]) and h.unit_pos <@ house.read_scope();
  end $$`;

/** Nobody but the functions below touches these; `open_due` is the deadline while somebody still owes the work. */
const tables = sql`
  create table hazard_deltas (
    id bigint generated always as identity primary key,
    unit_id uuid not null,
    stage text not null,
    level text,
    source text not null,
    key_area text not null,
    open_due date,
    change integer not null
  );
  create table hazard_rollups (
    unit_id uuid not null,
    reach text not null check (reach in ('own', 'all')),
    facet text not null check (facet in ('level', 'source', 'keyArea', 'due')),
    stage text not null,
    value text not null,
    count bigint not null,
    primary key (unit_id, reach, facet, stage, value)
  );
  create index hazard_rollups_empty on hazard_rollups (unit_id) where count = 0;
  /* Often rewritten, seldom grown. */
  alter table hazard_rollups set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
  alter table hazard_deltas set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
  alter table hazard_deltas enable row level security;
  alter table hazard_rollups enable row level security`;

const facets = sql`
  create function house.open_due(stage text, due_key date) returns date language sql immutable parallel safe as
    $$ select case when stage in ('assigned', 'rectifying') then due_key end $$;
  create function house.hazard_facets(level text, source text, key_area text, open_due date) returns table (facet text, value text)
    language sql immutable parallel safe as $$
    select * from (values ('level', coalesce(level, '')), ('source', source), ('keyArea', key_area), ('due', open_due::text)) as f
    where f.column2 is not null $$`;

/** Many at once come in one statement (an import); changes come one by one, and a move of a branch, which changes no count, costs nothing. */
const written = sql`
  create function house.note_hazards_in() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    insert into hazard_deltas (unit_id, stage, level, source, key_area, open_due, change)
      select unit_id, stage, level, source, key_area, house.open_due(stage, due_key), count(*) from fresh group by 1, 2, 3, 4, 5, 6;
    return null;
  end $$;
  create function house.note_hazards_out() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    insert into hazard_deltas (unit_id, stage, level, source, key_area, open_due, change)
      select unit_id, stage, level, source, key_area, house.open_due(stage, due_key), -count(*) from gone group by 1, 2, 3, 4, 5, 6;
    return null;
  end $$;
  create function house.note_hazard_changed() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    insert into hazard_deltas (unit_id, stage, level, source, key_area, open_due, change) values
      (old.unit_id, old.stage, old.level, old.source, old.key_area, house.open_due(old.stage, old.due_key), -1),
      (new.unit_id, new.stage, new.level, new.source, new.key_area, house.open_due(new.stage, new.due_key), 1);
    return null;
  end $$;
  create trigger counted_in after insert on hazards referencing new table as fresh for each statement execute function house.note_hazards_in();
  create trigger counted_out after delete on hazards referencing old table as gone for each statement execute function house.note_hazards_out();
  create trigger counted_again after update of unit_id, stage, level, source, key_area, due_on on hazards for each row
    when ((old.unit_id, old.stage, old.level, old.source, old.key_area, old.due_key) is distinct from
      (new.unit_id, new.stage, new.level, new.source, new.key_area, new.due_key))
    execute function house.note_hazard_changed()`;

/** Folders hold the tree first and the roll-ups second, like a reorganisation: none of them waits for another in a ring. */
const folded = sql`
  create procedure house.hold_rollups() language sql as $$
    select pg_advisory_xact_lock_shared(hashtext('units.labels'));
    select pg_advisory_xact_lock(hashtext('hazards.rollups')) $$;
  create function house.units_above(wanted uuid[]) returns table (unit_id uuid, above uuid) language sql stable as $$
    with recursive climbing as (
      select id as unit_id, id as above from unnest(wanted) as t (id)
      union all
      select climbing.unit_id, u.parent_id from climbing join units u on u.id = climbing.above where u.parent_id is not null)
    select * from climbing $$;
  create function house.fold_hazards(most integer) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    taken integer;
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
      on conflict (unit_id, reach, facet, stage, value) do update set count = kept.count + excluded.count)
    select count(*) into taken from taken;
    delete from hazard_rollups where count = 0;
    return taken;
  end $$`;

/**
 * A unit that hangs elsewhere takes its counts along: those of the units above its old and its new place are summed anew, the lowest first,
 * from their own and their children's. At the end of the transaction, when all moves of it are done.
 */
const moved = sql`
  create function house.sum_above_moved() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    each uuid;
  begin
    call house.hold_rollups();
    for each in select distinct on (u.depth, u.id) u.id from house.units_above(array[old.parent_id, new.parent_id]) a join units u on u.id = a.above
      order by u.depth desc, u.id loop
      delete from hazard_rollups where unit_id = each and reach = 'all';
      insert into hazard_rollups (unit_id, reach, facet, stage, value, count)
        select each, 'all', facet, stage, value, sum(count) from (
          select facet, stage, value, count from hazard_rollups where unit_id = each and reach = 'own'
          union all
          select r.facet, r.stage, r.value, r.count from units c join hazard_rollups r on r.unit_id = c.id and r.reach = 'all' where c.parent_id = each) as parts
        group by facet, stage, value having sum(count) <> 0;
    end loop;
    return null;
  end $$;
  create constraint trigger counts_go_along after update of parent_id on units deferrable initially deferred for each row
    when (old.parent_id is distinct from new.parent_id) execute function house.sum_above_moved()`;

/** What the roll-ups should hold by a count of all rows, less what is not folded yet; what differs is put right and told. One statement, one state. */
const recounted = sql`
  create function house.recount_hazards() returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    found integer;
  begin
    call house.hold_rollups();
    with base as (
      select unit_id, stage, level, source, key_area, house.open_due(stage, due_key) as open_due, count(*) as change from hazards group by 1, 2, 3, 4, 5, 6
      union all
      select unit_id, stage, level, source, key_area, open_due, -change from hazard_deltas),
    own as (
      select b.unit_id, f.facet, b.stage, f.value, sum(b.change)::bigint as count
      from base b cross join lateral house.hazard_facets(b.level, b.source, b.key_area, b.open_due) as f group by 1, 2, 3, 4),
    above as (
      select * from house.units_above(array(select distinct unit_id from own))),
    target as (
      select unit_id, 'own' as reach, facet, stage, value, count from own where count <> 0
      union all
      select a.above, 'all', facet, stage, value, sum(count)::bigint from own join above a using (unit_id) group by 1, 2, 3, 4, 5 having sum(count) <> 0),
    differing as materialized (
      select unit_id, reach, facet, stage, value, t.count as right_count
      from hazard_rollups r full join target t using (unit_id, reach, facet, stage, value) where r.count is distinct from t.count),
    gone as (
      delete from hazard_rollups r using differing d where d.right_count is null
        and (r.unit_id, r.reach, r.facet, r.stage, r.value) = (d.unit_id, d.reach, d.facet, d.stage, d.value)),
    put as (
      insert into hazard_rollups (unit_id, reach, facet, stage, value, count)
      select unit_id, reach, facet, stage, value, right_count from differing where right_count is not null
      on conflict (unit_id, reach, facet, stage, value) do update set count = excluded.count)
    select count(*) into found from differing;
    return found;
  end $$`;

/**
 * Counts of the units within the ranges, as far as these lie within the session's scope: folded ones and those that are not yet, to be
 * summed. Of deadlines only those before `day` count, under an empty value. A range that is one unit's, as nearly all are, is read by its
 * key; any other by the largest units it is made of. Its plans fit any values, so they are made once a connection.
 */
const read = sql`
  create function house.hazard_counts(los bigint[], his bigint[], facets text[], stages text[], day date)
    returns table (facet text, stage text, value text, count bigint)
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_generic_plan as $$
  declare
    before text := day::text;
    range record;
    one uuid;
  begin
    select array_agg(lower(part)), array_agg(upper(part) - 1) into los, his
    from unnest(los, his) as r (lo, hi), unnest(int8multirange(int8range(r.lo, r.hi, '[]')) * house.read_scope()) as part;
    for range in select * from unnest(los, his) as r (lo, hi) loop
      select u.id into one from units u where u.lo = range.lo and u.hi = range.hi;
      if found then
        return query
          select r.facet, r.stage, case when r.facet = 'due' then '' else r.value end, sum(r.count)::bigint from hazard_rollups r
          where r.unit_id = one and r.reach = 'all' and r.facet = any(facets) and (stages is null or r.stage = any(stages))
            and (r.facet <> 'due' or r.value < before)
          group by 1, 2, 3;
      else
        return query
          select r.facet, r.stage, case when r.facet = 'due' then '' else r.value end, sum(r.count)::bigint
          from units u left join units p on p.id = u.parent_id
          join hazard_rollups r on r.unit_id = u.id and r.reach = case when u.hi <= range.hi then 'all' else 'own' end
          where u.lo between range.lo and range.hi and (u.hi > range.hi or p.id is null or p.lo < range.lo or p.hi > range.hi)
            and r.facet = any(facets) and (stages is null or r.stage = any(stages)) and (r.facet <> 'due' or r.value < before)
          group by 1, 2, 3;
      end if;
    end loop;
    if exists (select from hazard_deltas) then
      return query
      with pending as (
        select d.stage, d.level, d.source, d.key_area, d.open_due < day as late, sum(d.change)::bigint as change
        from hazard_deltas d join units u on u.id = d.unit_id
        where (stages is null or d.stage = any(stages)) and exists (select from unnest(los, his) as r (lo, hi) where u.lo between r.lo and r.hi)
        group by 1, 2, 3, 4, 5 having sum(d.change) <> 0)
      select f.facet, d.stage, f.value, d.change
      from pending d cross join lateral (
        values ('level', coalesce(d.level, '')), ('source', d.source), ('keyArea', d.key_area), ('due', case when d.late then '' end)) as f (facet, value)
      where f.facet = any(facets) and f.value is not null;
    end if;
  end $$`;

/** What was there before there were roll-ups. */
const begun = sql`
  insert into hazard_deltas (unit_id, stage, level, source, key_area, open_due, change)
    select unit_id, stage, level, source, key_area, house.open_due(stage, due_key), count(*) from hazards group by 1, 2, 3, 4, 5, 6`;

const granted = sql`
  revoke execute on function house.responsible_for, house.fold_hazards, house.recount_hazards, house.hazard_counts, house.units_above from public;
  revoke execute on procedure house.hold_rollups from public;
  do $$ begin
    execute format('grant execute on function house.responsible_for, house.fold_hazards, house.recount_hazards, house.hazard_counts to %I',
      (select value from house.facts where name = 'runtime_role'));
  end $$`;
