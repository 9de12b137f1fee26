import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [points, doors, plates]) await part.execute(db);
}

/** 点位. Who keeps a point stands in the appointments, post `pointKeeper`. */
const points = sql`
  create table points (
    id uuid primary key,
    code text not null unique,
    name text not null,
    kind text not null,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    search_key text not null,
    opened_on date not null,
    closed_on date check (closed_on >= opened_on),
    version integer not null default 1
  );
  create index points_of_branch on points (unit_pos, name, id);
  create index points_of_unit on points (unit_id, name);
  call house.scope_by_unit('points');
  call house.follows_unit('points', 'closed_on is null');
  call house.versioned('points', '{search_key,version}');
  call house.allow('select, insert, update', 'points')`;

/** Visits to public doors, to slow guessing down. `key` is a keyed hash of the address and the day: it names nobody. */
const doors = sql`
  create table door_visits (
    id uuid primary key,
    key bytea not null,
    at timestamptz not null
  );
  create index door_visits_recent on door_visits (key, at desc);
  create index door_visits_by_age on door_visits (at);
  call house.allow('select, insert, delete', 'door_visits')`;

/** A plate at the public door: asked before there is any scope, and answering no more than what is printed on it. */
const plates = sql`
  create function house.plate(wanted text) returns table (id uuid, name text, kind text, unit_id uuid, unit_name text, lo bigint)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select p.id, p.name, p.kind, u.id, u.name, u.lo from points p join units u on u.id = p.unit_id
    where p.code = wanted and p.closed_on is null $$;
  revoke execute on function house.plate from public;
  do $$ begin
    execute format('grant execute on function house.plate to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;
