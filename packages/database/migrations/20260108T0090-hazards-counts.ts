import { type Kysely, sql } from 'kysely';

/**
 * What is not folded yet is gathered by hash. The plan is made once a connection, mostly while nothing waits, and then took to sorting: while
 * a ledger comes in thousands of rows wait, and to sort them by words as Chinese sorts them took longer than the whole list.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter function house.hazard_counts(bigint[], bigint[], text[], text[], date) set enable_sort = off`.execute(db);
}
