import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [units, spans, changes, sight, pastSight, relabel, openRows]) await part.execute(db);
}

/** The tree of today. `lo` is the unit's own label, `lo..hi` its whole branch, `used` the highest label ever given inside it. */
const units = sql`
  create table units (
    id uuid primary key,
    code text not null unique,
    name text not null,
    short_names text[] not null default '{}',
    kind text not null check (kind in ('group', 'subsidiary', 'factory', 'workshop', 'team', 'department')),
    parent_id uuid references units,
    lo bigint not null unique check (lo > 0),
    hi bigint not null check (hi >= lo and hi < 9007199254740992),
    used bigint not null check (used >= lo),
    depth smallint not null check (depth between 0 and 12),
    opened_on date not null,
    closed_on date check (closed_on >= opened_on),
    headcount integer check (headcount >= 0),
    province text,
    industry text,
    flags text[] not null default '{}',
    search_key text not null,
    version integer not null default 1,
    check ((parent_id is null) = (depth = 0))
  );
  create index units_below on units (parent_id, lo);
  create unique index units_one_root on units ((true)) where parent_id is null;
  call house.versioned('units', '{lo,hi,used,search_key,version,depth}');
  call house.allow('select, insert, update', 'units')`;

/** Where a unit hung and what it was called, day by day: `from_on` belongs to the span, `to_on` is the first day after it. */
const spans = sql`
  create table unit_spans (
    id uuid primary key,
    unit_id uuid not null references units,
    parent_id uuid references units,
    name text not null,
    kind text not null,
    from_on date not null,
    to_on date check (to_on > from_on)
  );
  create index unit_spans_of on unit_spans (unit_id, from_on);
  create index unit_spans_below on unit_spans (parent_id, from_on);
  call house.versioned('unit_spans');
  call house.allow('select, insert, update, delete', 'unit_spans')`;

/** 变更记录: each reorganisation with its day, its reason and the other unit it concerned. */
const changes = sql`
  create table unit_changes (
    id uuid primary key,
    unit_id uuid not null references units,
    act text not null check (act in ('create', 'rename', 'move', 'merge', 'split', 'close')),
    other_id uuid references units,
    effective_on date not null,
    reason text not null,
    by_person_id uuid,
    recorded_at timestamptz not null
  );
  create index unit_changes_of on unit_changes (unit_id, effective_on desc);
  call house.allow('select, insert', 'unit_changes')`;

/** A unit is seen from its own branch and from above (the rest) and, by name, from below: the path to the root is no secret. */
const sight = sql`
  alter table units enable row level security;
  create policy in_sight on units for select using (int8range(lo, hi, '[]') && (select house.read_scope()));
  create policy in_scope_insert on units for insert with check (lo <@ (select house.write_scope()));
  create policy in_scope_update on units for update using (lo <@ (select house.write_scope())) with check (lo <@ (select house.write_scope()));
  alter table unit_spans enable row level security;
  create policy in_sight on unit_spans for select using (exists (select from units where units.id = unit_id));
  create policy in_scope_write on unit_spans for all using (exists (
    select from units where units.id = unit_id and units.lo <@ (select house.write_scope())));
  alter table unit_changes enable row level security;
  create policy in_sight on unit_changes for select using (exists (
    select from units where units.id = unit_id and units.lo <@ (select house.read_scope())));
  create policy in_scope_insert on unit_changes for insert with check (exists (
    select from units where units.id = unit_id and units.lo <@ (select house.write_scope())))`;

/** What the product once knew of the tree is seen by whoever sees the unit today. */
const pastSight = sql`
  drop policy all_read on units_history;
  create policy in_sight on units_history for select using (exists (select from units where units.id = units_history.id));
  drop policy all_read on unit_spans_history;
  create policy in_sight on unit_spans_history for select using (exists (select from units where units.id = unit_id))`;

/**
 * Gives a moved branch its fresh labels and every row listed by subtree its new position, in one statement each; `deeper` is how many
 * levels it sinks. Only labels within the caller's write scope may be given. The exclusive lock keeps writers out until the move has
 * committed; triggers rest while positions change, because a position is no new state of a record.
 */
const relabel = sql`
  create function house.relabel(ids uuid[], los bigint[], his bigint[], useds bigint[], deeper integer) returns void
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
      execute format('update %s t set unit_pos = m.fresh from unnest($1, $2) as m (old, fresh) where t.unit_pos = m.old', scoped)
        using olds, los;
      execute format('alter table %s enable trigger user', scoped);
    end loop;
  end $$;
  revoke execute on function house.relabel from public;
  do $$ begin
    execute format('grant execute on function house.relabel to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;

/**
 * What a unit that closes leaves open: contexts say it of their own tables, so a reorganisation need not know them. While `live`, a row
 * keeps its unit from closing and follows it into the one it merges with; `ends` are rows (from_on, to_on) that end with the unit.
 * Both functions act with the caller's own rights and see his scope only.
 */
const openRows = sql`
  create table house.open_rows (name regclass primary key, live text not null, ends boolean not null);
  create procedure house.follows_unit(target regclass, live text) language sql as
    $$ insert into house.open_rows values (target, live, false) $$;
  create procedure house.ends_with_unit(target regclass) language sql as
    $$ insert into house.open_rows values (target, 'to_on is null', true) $$;
  create function house.left_open(unit uuid) returns table (name text, live bigint) language plpgsql stable as $$
  declare
    entry record;
  begin
    for entry in select * from house.open_rows where not ends order by open_rows.name::text loop
      return query execute format('select %L, count(*) from %s where unit_pos = (select lo from units where units.id = $1) and unit_id = $1 and (%s)', entry.name::text, entry.name, entry.live) using unit;
    end loop;
  end $$;
  create function house.follow_unit(old uuid, fresh uuid) returns table (name text, id uuid) language plpgsql as $$
  declare
    entry record;
  begin
    for entry in select * from house.open_rows where not ends order by open_rows.name::text loop
      return query execute format('update %s set unit_id = $2%s where unit_pos = (select lo from units where units.id = $1) and unit_id = $1 and (%s) returning %L, id', entry.name,
        house.next_version(entry.name), entry.live, entry.name::text) using old, fresh;
    end loop;
  end $$;
  create function house.end_with_unit(unit uuid, day date) returns table (name text, id uuid) language plpgsql as $$
  declare
    entry record;
  begin
    for entry in select * from house.open_rows where ends order by open_rows.name::text loop
      return query execute format('update %s set to_on = greatest(from_on, $2)%s where unit_pos = (select lo from units where units.id = $1) and unit_id = $1 and (to_on is null or to_on > $2) returning %L, id',
        entry.name, house.next_version(entry.name), entry.name::text) using unit, day;
    end loop;
  end $$;
  create function house.next_version(target regclass) returns text language sql stable as $$
    select case when exists (select from pg_attribute where attrelid = target and attname = 'version' and not attisdropped)
      then ', version = version + 1' else '' end $$;
  call house.allow('select', 'house.open_rows')`;
