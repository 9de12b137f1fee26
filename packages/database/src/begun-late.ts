import { sql } from 'kysely';

import type { Database, Tx } from './database.ts';

/** How long the message that begins a transaction may be under way, in milliseconds: a run for a cut-off waits as long (`untilKnown`). */
export const grace = 250;

/** The server began the transaction so late that what it has written as known then may have been overlooked. */
export class BegunLate extends Error {}

/** From the moment its instant was read until the answer to the message that begins the transaction is in. */
export class UnderWay {
  readonly #readAt = performance.now();
  #answeredAt: number | null = null;

  answered(): void {
    this.#answeredAt = performance.now();
  }

  sinceRead(): number {
    return performance.now() - this.#readAt;
  }

  /** Answered in time, it was begun in time. One that has not been answered begins with the question. */
  get isDoubtful(): boolean {
    return (this.#answeredAt ?? performance.now()) - this.#readAt > grace;
  }
}

/** As often as the server is asked when its answers take too long themselves to tell anything. */
const looks = 3;

/**
 * Refuses to commit what was begun late: behind a pooler the message that begins a transaction may wait for a connection to the server.
 * Where its answer took longer than that, the server is asked how long the transaction has been open: it may also have waited for a lock.
 */
export async function refuseLate(tx: Tx, underWay: UnderWay): Promise<void> {
  if (!underWay.isDoubtful) return;
  for (let look = 1; look <= looks; look += 1) {
    const asked = underWay.sinceRead();
    const open = await openFor(tx);
    if (underWay.sinceRead() - open <= grace) return;
    if (asked - open > grace) break;
  }
  throw new BegunLate('the transaction was begun too long after its instant was read');
}

async function openFor(tx: Tx): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select extract(epoch from clock_timestamp() - transaction_timestamp())::float8 * 1000 as open`.execute(tx);
  return rows[0]?.open ?? 0;
}

/** How long a server that was slow to begin a transaction is asked to begin each before its instant is read, in milliseconds. */
const wary = 60_000;
const slowUntil = new WeakMap<Database, number>();

export function foundSlow(db: Database): void {
  slowUntil.set(db, performance.now() + wary);
}

export function isSlow(db: Database): boolean {
  return (slowUntil.get(db) ?? 0) > performance.now();
}
