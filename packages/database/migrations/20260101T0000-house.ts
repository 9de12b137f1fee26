import { type Kysely, sql } from 'kysely';

/** What every table of the house is built with: scope by unit, history, and a runtime role that owns nothing. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [runtimeRole, settings, privileges, positions, scopeByUnit, history, versioned]) await part.execute(db);
}

/**
 * Roles belong to the whole server, so the name carries the database. It is kept in a table: a database that is copied from a
 * template keeps the grants of the template's role.
 */
const runtimeRole = sql`
  create schema house;
  create table house.facts (name text primary key, value text not null);
  insert into house.facts values ('runtime_role', 'cm_' || current_database() || '_runtime');
  do $$ begin
    execute format('create role %I nologin', (select value from house.facts where name = 'runtime_role'));
  exception when duplicate_object or unique_violation then null;
  end $$;
  do $$ begin
    execute format('grant usage on schema house, public to %I', (select value from house.facts where name = 'runtime_role'));
  end $$;
  revoke create on schema public from public`;

/** The scope of the running transaction. Unset, emptied or empty means no rows: an ended transaction leaves '' behind. */
const settings = sql`
  create function house.read_scope() returns int8multirange language sql stable parallel safe as
    $$ select nullif(current_setting('app.read_scope', true), '')::int8multirange $$;
  create function house.write_scope() returns int8multirange language sql stable parallel safe as
    $$ select nullif(current_setting('app.write_scope', true), '')::int8multirange $$;
  create function house.at() returns timestamptz language sql stable parallel safe as
    $$ select nullif(current_setting('app.at', true), '')::timestamptz $$`;

/** Hands the runtime role exactly the named privileges on a table. */
const privileges = sql`
  create procedure house.allow(privileges text, target regclass) language plpgsql as $$
  begin
    execute format('grant %s on %s to %I', privileges, target, (select value from house.facts where name = 'runtime_role'));
  end $$`;

/** Shared with every writer, exclusive for a move of a branch: no row can take a label that is about to change. */
const positions = sql`
  create table house.scoped_tables (name regclass primary key);
  create function house.set_unit_pos() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    perform pg_advisory_xact_lock_shared(hashtext('units.labels'));
    select lo into strict new.unit_pos from public.units where id = new.unit_id;
    return new;
  end $$`;

/**
 * The second wall: a table with (unit_id, unit_pos) shows and takes only rows within the transaction's scope. The scope is read once
 * per statement: it stands in a sub-select.
 */
const scopeByUnit = sql`
  create procedure house.scope_by_unit(target regclass) language plpgsql as $$
  begin
    insert into house.scoped_tables values (target);
    execute format('create trigger unit_pos before insert or update of unit_id, unit_pos on %s
      for each row execute function house.set_unit_pos()', target);
    execute format('alter table %s enable row level security', target);
    execute format('create policy in_scope_read on %s for select using (unit_pos <@ (select house.read_scope()))', target);
    execute format('create policy in_scope_insert on %s for insert with check (unit_pos <@ (select house.write_scope()))', target);
    execute format('create policy in_scope_update on %s for update using (unit_pos <@ (select house.write_scope()))
      with check (unit_pos <@ (select house.write_scope()))', target);
    execute format('create policy in_scope_delete on %s for delete using (unit_pos <@ (select house.write_scope()))', target);
  end $$`;

/**
 * One row per state a record was ever in, as the product knew it: from the injected clock's instant of the change that made it until
 * that of the next. Changes of columns named as trigger arguments alone make no new state.
 */
const history = sql`
  create function house.keep_history() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    past text := format('%I.%I', tg_table_schema, tg_table_name || '_history');
    instant timestamptz := house.at();
    person uuid := nullif(current_setting('app.person', true), '')::uuid;
  begin
    if instant is null then raise exception 'app.at is not set: history takes its instant from the clock'; end if;
    if tg_op = 'UPDATE' and (to_jsonb(old) - tg_argv) = (to_jsonb(new) - tg_argv) then return null; end if;
    if tg_op <> 'INSERT' then
      execute format('update %s set known_to = greatest($1, known_from) where id = $2 and known_to = ''infinity''', past) using instant, old.id;
    end if;
    if tg_op <> 'DELETE' then
      execute format('insert into %s select ($1).*, $2, ''infinity''::timestamptz, $3', past) using new, instant, person;
    end if;
    return null;
  end $$`;

/** Makes a table system-versioned: `<table>_history` holds (its columns, known_from, known_to, known_by). Readable in scope only. */
const versioned = sql`
  create procedure house.versioned(target regclass, ignored text[] default '{}') language plpgsql as $$
  declare
    past text := target::text || '_history';
    scoped boolean := exists (select from pg_attribute where attrelid = target and attname = 'unit_pos' and not attisdropped);
  begin
    execute format('create table %I (like %s)', past, target);
    execute format('alter table %I add known_from timestamptz not null, add known_to timestamptz not null, add known_by uuid', past);
    execute format('create index on %I (id, known_from)', past);
    execute format('create trigger keep_history after insert or update or delete on %s
      for each row execute function house.keep_history(%s)', target,
      (select coalesce(string_agg(quote_literal(name), ', '), '') from unnest(ignored || '{unit_pos}'::text[]) as name));
    execute format('alter table %I enable row level security', past);
    if scoped then
      execute format('create policy in_scope_read on %I for select using (exists (
        select from units where units.id = unit_id and units.lo <@ (select house.read_scope())))', past);
    else
      execute format('create policy all_read on %I for select using (true)', past);
    end if;
    call house.allow('select', past::regclass);
  end $$`;
