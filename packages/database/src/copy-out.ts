import type { Readable } from 'node:stream';

import { Kysely, PostgresDialect } from 'kysely';
import type { PoolClient } from 'pg';

import { type CopyRows, copyRows } from './copy-rows.ts';
import type { Database, Tables, Tx } from './database.ts';
import { poolOf } from './pools.ts';
import { begin, type Settings, settingStatement } from './transaction.ts';

/** A `copy … to stdout` and the bytes that go before its first row. */
export type CopyStatement = { readonly copy: string; readonly head: Uint8Array };

export type CopiedOut = {
  /** The head, then the rows as the server wrote them. Destroying it frees the connection and ends the statement. */
  readonly chunks: Readable;
  /** When all is over: how many rows the statement gave, or that it was cut short. Never rejects. */
  readonly finished: Promise<{ readonly rows: number | null; readonly outcome: 'complete' | 'cut' }>;
};

/**
 * Long answers take minutes; a client that went away is noticed within two seconds even while nothing is being written. How many rows a
 * policy lets through is guessed far too low, and a loop over the other side would be chosen for each of a million: joins hash here.
 */
const patience = `set local statement_timeout = '15min'; set local idle_in_transaction_session_timeout = '15min';
  set local client_connection_check_interval = '2s'; set local enable_nestloop = off;
  set local datestyle = 'ISO, YMD'; set local timezone = 'Asia/Shanghai'`;

/**
 * Streams what a statement gives, in one read-only transaction with its settings, without holding more than a few chunks. `prepare` says
 * what to copy, seeing the same state. Resolves when the first bytes are there, so that a statement that fails at once throws.
 */
export async function copyOut(db: Database, settings: Settings, prepare: (tx: Tx) => Promise<CopyStatement>): Promise<CopiedOut> {
  const client = await poolOf(db).connect();
  const { copy, head } = await prepared(client, settings, prepare);
  const chunks = client.query(copyRows(copy));
  const finished = end(client, chunks);
  await first(chunks);
  chunks.unshift(head);
  return { chunks, finished };
}

async function prepared(client: PoolClient, settings: Settings, prepare: (tx: Tx) => Promise<CopyStatement>): Promise<CopyStatement> {
  try {
    await client.query(`${begin['read only']}; ${settingStatement(settings)}; ${patience}`);
    return await prepare(on(client));
  } catch (error) {
    await close(client, 'rollback');
    throw error;
  }
}

/** Ends the transaction and gives the connection back; one that cannot even do that is thrown away. */
async function close(client: PoolClient, how: 'commit' | 'rollback'): Promise<boolean> {
  try {
    await client.query(how);
    client.release();
    return true;
  } catch {
    client.release(true);
    return false;
  }
}

/** Throwing the connection away is what stops a statement whose reader has gone, and one that failed half-way leaves nothing to keep. */
function end(client: PoolClient, chunks: CopyRows): CopiedOut['finished'] {
  return new Promise((resolve) => {
    let over = false;
    const once = (act: () => void) => () => {
      if (over) return;
      over = true;
      act();
    };
    const cut = { rows: null, outcome: 'cut' } as const;
    chunks.on(
      'end',
      once(() => void close(client, 'commit').then((kept) => resolve(kept ? { rows: chunks.rowCount(), outcome: 'complete' } : cut))),
    );
    const thrownAway = once(() => {
      client.release(true);
      resolve(cut);
    });
    chunks.on('error', thrownAway);
    chunks.on('close', thrownAway);
  });
}

async function first(chunks: Readable): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    chunks.once('readable', resolve);
    chunks.once('error', reject);
  });
}

/** Queries on this very connection, for what has to be known before the copy. */
function on(client: PoolClient): Tx {
  const only = { query: client.query.bind(client), release: () => undefined };
  const pool = { connect: () => Promise.resolve(only), end: () => Promise.resolve() };
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pool as never }) }) as unknown as Tx;
}
