import { type Kysely, sql } from 'kysely';

/**
 * A judged ledger comes in part by part, each in a transaction of its own: `begun_at` is when the first one might. Two ledgers whose units
 * overlap never come in at once, since neither was judged against the other.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table import_batches add column begun_at timestamptz;
    create function house.ledger_under_way(batch uuid) returns boolean
      language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
      select pg_advisory_xact_lock(hashtextextended('imports.ledgers', 0));
      select exists (
        select from import_batches own join units mine on mine.id = own.unit_id,
          import_batches other join units theirs on theirs.id = other.unit_id
        where own.id = batch and other.id <> batch and own.unit_pos <@ house.read_scope()
          and other.kind = 'hazards' and other.state = 'running' and other.begun_at is not null
          and int8range(mine.lo, mine.hi, '[]') && int8range(theirs.lo, theirs.hi, '[]')) $$;
    revoke execute on function house.ledger_under_way from public;
    do $$ begin
      execute format('grant execute on function house.ledger_under_way to %I', (select value from house.facts where name = 'runtime_role'));
    end $$`.execute(db);
}
