import { CompiledQuery } from 'kysely';

import type { Tx } from './database.ts';
import type { Travelling } from './pipelined-driver.ts';

const holding = {
  shared: held('shared', 'pg_advisory_xact_lock_shared'),
  alone: held('alone', 'pg_advisory_xact_lock'),
} as const;

/**
 * Writers hold the tree in share mode before they lock any row, a reorganisation holds it alone: it never meets a half-done writer, and
 * no two of them wait for each other. Held until the transaction ends.
 */
export async function holdTree(tx: Tx, how: 'shared' | 'alone'): Promise<void> {
  await tx.executeQuery(holding[how]);
}

/**
 * The same in the message of the statement that follows, which the server runs once the tree is held. A verb that does something else
 * first does not keep its transaction from beginning: its instant must not be older than that.
 */
export async function holdTreeWithNext(tx: Tx, how: 'shared' | 'alone'): Promise<void> {
  const statement: Travelling = { ...holding[how], delayed: { heard: () => {}, soon: true } };
  await tx.executeQuery(statement);
}

function held(how: string, lock: string): Travelling {
  return { ...CompiledQuery.raw(`select ${lock}(hashtext('units.labels'))`), name: `tree ${how}` };
}
