import { type Kysely, sql } from 'kysely';

/**
 * While a ledger comes in the table grows many times over: what the server reckons its statements by is gathered as it grows, and not only
 * when the server comes round to it, so that whoever lists hazards meanwhile is not answered by way of all of them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function house.analyze_hazards() returns void
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      analyze hazards;
    end $$;
    revoke execute on function house.analyze_hazards from public;
    do $$ begin
      execute format('grant execute on function house.analyze_hazards to %I', (select value from house.facts where name = 'runtime_role'));
    end $$`.execute(db);
}
