import { type Kysely, sql } from 'kysely';

/** The same file in another batch: a batch that has come in stays one while what waits in it is being confirmed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop index import_batches_same_file;
    create index import_batches_same_file on import_batches (file_hash, kind) where done_at is not null`.execute(db);
}
