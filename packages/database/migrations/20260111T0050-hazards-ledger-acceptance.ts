import { type Kysely, sql } from 'kysely';

/**
 * The day of acceptance as a ledger tells it. A hazard that its ledger has accepted before it was done is closed on the later day; the lists
 * print the day that the office wrote. Of ledgers that are in already the day is not known: they print the day of closing as before.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table hazard_ledger_rows add column accepted_on date`.execute(db);
}
