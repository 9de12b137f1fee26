import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [actors, changers, granted]) await part.execute(db);
}

/**
 * Who did what a reader may see was done, by name, or by login where there is no person: it may have been somebody from above, whom the
 * reader cannot see. Only of rows within sight, at most 500.
 */
const actors = sql`
  create function house.actors_on_trail(wanted uuid[]) returns table (id uuid, name text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select t.id, coalesce(p.name, a.login) from trail t
    left join persons p on p.id = t.person_id left join accounts a on a.id = t.account_id
    where t.id = any(wanted[1:500]) and ((select current_setting('app.whole', true)) = 'yes'
      or exists (select from units u where u.id = t.unit_id and u.lo <@ (select house.read_scope()))) $$`;

/** The same for 变更记录 of a unit. */
const changers = sql`
  create function house.actors_on_changes(wanted uuid[]) returns table (id uuid, name text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select c.id, p.name from unit_changes c join persons p on p.id = c.by_person_id join units u on u.id = c.unit_id
    where c.id = any(wanted[1:500]) and u.lo <@ (select house.read_scope()) $$`;

const granted = sql`
  revoke execute on function house.actors_on_trail, house.actors_on_changes from public;
  do $$ begin
    execute format('grant execute on function house.actors_on_trail, house.actors_on_changes to %I',
      (select value from house.facts where name = 'runtime_role'));
  end $$`;
