import { type Kysely, sql } from 'kysely';

/** A notice leads nowhere where its page is closed to whoever is told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table notices alter link drop not null`.execute(db);
}
