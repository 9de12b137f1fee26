import { type Kysely, sql } from 'kysely';

/**
 * 判好的台账: what a ledger was judged to say, sealed like its file, in parts: brought in without reading and judging it a second time, as
 * long as what it was judged against is the same.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table import_ledgers (
      batch_id uuid not null references import_batches,
      part integer not null,
      sealed bytea not null,
      primary key (batch_id, part)
    );
    alter table import_ledgers alter column sealed set storage external;
    alter table import_ledgers enable row level security;
    create policy of_the_batch on import_ledgers for all using (exists (select from import_batches b where b.id = batch_id));
    call house.allow('select, insert, delete', 'import_ledgers')`.execute(db);
}
