import { sql } from 'kysely';

import type { Tx } from './database.ts';

/**
 * Writers hold the tree in share mode before they lock any row, a reorganisation holds it alone: it never meets a half-done writer, and
 * no two of them wait for each other. Held until the transaction ends.
 */
export async function holdTree(tx: Tx, how: 'shared' | 'alone'): Promise<void> {
  const key = sql`hashtext('units.labels')`;
  await (how === 'alone' ? sql`select pg_advisory_xact_lock(${key})` : sql`select pg_advisory_xact_lock_shared(${key})`).execute(tx);
}
