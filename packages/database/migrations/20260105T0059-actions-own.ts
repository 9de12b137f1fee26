import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [own, names, places]) await part.execute(db);
}

/** What somebody is to do or to verify is his own to read, wherever it lies; nobody else reads more by it. */
const own = sql`
  create policy own_read on actions for select using (owner_id = (select house.me()) or verifier_id = (select house.me()))`;

/** Whoever sees an action sees by name who has to do with it, from whichever branch they are. */
const names = sql`
  create or replace function house.names_on_actions(ids uuid[]) returns table (person_id uuid, name text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    with seen as (
      select * from actions a where a.id = any(ids) and (a.unit_pos <@ house.read_scope() or house.me() in (a.owner_id, a.verifier_id)))
    select p.id, p.name from persons p where p.id in (
      select unnest(array[owner_id, verifier_id, opened_by_id, verified_by_id, cancelled_by_id, effect_by_id] || doer_ids) from seen
      union select s.by_id from action_steps s join seen on seen.id = s.action_id
      union select x.asked_by_id from action_extensions x join seen on seen.id = x.action_id
      union select x.decided_by_id from action_extensions x join seen on seen.id = x.action_id) $$`;

/** The name of the unit in which an action lies, for whoever sees the action but not the unit. */
const places = sql`
  create function house.places_of_actions(ids uuid[]) returns table (action_id uuid, unit text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select a.id, u.name from actions a join units u on u.id = a.unit_id
    where a.id = any(ids) and (a.unit_pos <@ house.read_scope() or house.me() in (a.owner_id, a.verifier_id)) $$;
  revoke execute on function house.places_of_actions from public;
  do $$ begin
    execute format('grant execute on function house.places_of_actions to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;
