import { type Kysely, sql } from 'kysely';

/** Hazards without a photo before are few among many, and the ledger is asked for them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index hazard_events_of_lack on hazard_events (hazard_id, seq) where step = 'lackBefore'`.execute(db);
}
