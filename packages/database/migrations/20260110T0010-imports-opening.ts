import { type Kysely, sql } from 'kysely';

/** 期初: whether headquarters has marked the batch as telling of the time before the go-live. Of the ledgers that may be either. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table import_batches add column opening boolean not null default false`.execute(db);
}
