import { type RawBuilder, sql } from 'kysely';

import { grace } from './begun-late.ts';
import type { Database, Tables } from './database.ts';

type Versioned = { [Name in keyof Tables]: Name extends `${infer Table}_history` ? Table : never }[keyof Tables];

/** The rows of a versioned table as the product knew them at `instant`: stands in `from` like the table itself, under an alias. */
export function knownAt(table: Versioned, instant: Date): RawBuilder<unknown> {
  const past = sql.table(`${table}_history`);
  return sql`(select * from ${past} where known_from <= ${instant} and known_to > ${instant})`;
}

/** Waits until all that was learnt before it was called is known: every change that had begun has ended. */
export async function untilKnown(db: Database): Promise<void> {
  await sleep(grace);
  await untilSettled(db);
}

type Patience = {
  readonly attempts?: number;
  readonly pause?: (milliseconds: number) => Promise<void>;
};

/**
 * Waits until every transaction that is open now has ended. Called once the clock has passed a cut-off K, it makes sure that nothing
 * learnt before K is still to come: a transaction reads its instant when it begins, `grace` at most before the server knows of it, or
 * begins again (`refuseLate`).
 * Transactions are told by their virtual ids, since one that has not written yet has no other (`pg_snapshot_xmin` would overlook it).
 * @throws when some are still open after `attempts` looks, 50 ms apart
 */
export async function untilSettled(db: Database, { attempts = 6000, pause = sleep }: Patience = {}): Promise<void> {
  let open = await openTransactions(db);
  for (let looks = 0; open.size > 0; looks += 1) {
    if (looks >= attempts) throw new Error(`${open.size} transactions begun before the cut-off are still open`);
    await pause(50);
    const still = await openTransactions(db);
    open = new Set([...open].filter((id) => still.has(id)));
  }
}

async function openTransactions(db: Database): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select l.virtualtransaction as id from pg_locks l join pg_stat_activity a on a.pid = l.pid
    where l.locktype = 'virtualxid' and l.granted and l.virtualxid = l.virtualtransaction and l.pid <> pg_backend_pid()
      and a.datname = current_database() and a.backend_type = 'client backend'
    union all select transaction::text from pg_prepared_xacts where database = current_database()`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

async function sleep(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
