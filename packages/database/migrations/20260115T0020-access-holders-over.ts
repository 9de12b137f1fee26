import { type Kysely, sql } from 'kysely';

/**
 * Who holds a role over a place, by the grants within sight: the account of whoever holds one may live elsewhere, and would be missing where
 * the page of a record says who is asked. Grants out of sight stay out of sight.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function house.holders_over(wanted text[], places bigint[]) returns table (
        person_id uuid, account_id uuid, role text, kind text, unit_id uuid, lo bigint, hi bigint, from_on date, to_on date)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      select a.person_id, g.account_id, g.role, g.kind, g.unit_id, u.lo, u.hi, g.from_on, g.to_on
      from grants g join units u on u.id = g.unit_id join accounts a on a.id = g.account_id
      where g.ended_at is null and a.disabled_at is null and g.role = any(wanted) and g.unit_pos <@ house.read_scope()
        and exists (select from unnest(places) place where place between u.lo and u.hi) $$;
    revoke execute on function house.holders_over from public;
    do $$ begin
      execute format('grant execute on function house.holders_over to %I', (select value from house.facts where name = 'runtime_role'));
    end $$`.execute(db);
}
