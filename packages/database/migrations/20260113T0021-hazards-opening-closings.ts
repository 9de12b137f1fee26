import { type Kysely, sql } from 'kysely';

/**
 * A later ledger may correct the day on which a hazard of the time before the go-live was closed, when a person takes what it tells. Closings
 * that were made here stay as they are.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create policy of_opening_only on hazard_closings as restrictive for update using (origin = 'opening');
    call house.allow('update (closed_on, accepted_by_id)', 'hazard_closings')`.execute(db);
}
