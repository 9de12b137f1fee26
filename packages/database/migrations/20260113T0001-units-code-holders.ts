import { type Kysely, sql } from 'kysely';

/**
 * Who has one of these codes, in whatever letters and wherever in the group: whoever wants it is told from whom to ask it back. A unit's
 * name is no secret (`house.units_named`). A closed unit keeps its code.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function house.units_holding(codes text[]) returns table (id uuid, code text, name text, closed boolean)
      language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      select u.id, u.code, u.name, u.closed_on is not null from units u
      where lower(u.code) = any(array(select lower(wanted) from unnest(codes) as wanted)) $$;
    revoke execute on function house.units_holding from public;
    do $$ begin
      execute format('grant execute on function house.units_holding to %I', (select value from house.facts where name = 'runtime_role'));
    end $$`.execute(db);
}
