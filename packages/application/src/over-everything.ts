import type { Tx } from '@changming/database';
import { sql } from 'kysely';

const ways = ['enable_nestloop', 'enable_indexscan', 'enable_sort'] as const;

/**
 * Reads whole tables for the rest of the transaction's `read`: the policies hide from the planner how many rows are left, so it is told
 * to go through none of them one by one.
 */
export async function overEverything<Result>(tx: Tx, read: () => Promise<Result>): Promise<Result> {
  for (const way of ways) await sql`set local ${sql.raw(way)} = off`.execute(tx);
  const result = await read();
  for (const way of ways) await sql`set local ${sql.raw(way)} = on`.execute(tx);
  return result;
}
