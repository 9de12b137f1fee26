import { sql } from 'kysely';

import type { Database, Tx } from './database.ts';

export type Mode = 'read only' | 'read write';

/** Settings of one transaction (`app.…`), gone when it ends. */
export type Settings = Readonly<Record<`app.${string}`, string>>;

const begin = {
  /** One state for all statements of a query. */
  'read only': 'begin isolation level repeatable read read only',
  'read write': 'begin isolation level read committed read write',
} as const satisfies Record<Mode, string>;

/**
 * Runs `work` in one transaction, opened together with its settings in a single message: a trip less for every request. Commits when
 * `work` returns, rolls back when it throws; a connection that breaks on the way is thrown away by the pool.
 */
export async function inTransaction<Result>(
  db: Database,
  { mode, settings }: { readonly mode: Mode; readonly settings: Settings | null },
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return db.connection().execute(async (connection) => {
    // What runs on this connection from here on is the transaction; Kysely's own would need a trip for the settings alone.
    const tx = connection as Tx;
    const opening = settings === null ? begin[mode] : `${begin[mode]}; ${settingStatement(settings)}`;
    await sql.raw(opening).execute(tx);
    try {
      const result = await work(tx);
      await commit(tx);
      return result;
    } catch (error) {
      await sql`rollback`.execute(tx).catch(() => undefined);
      throw error;
    }
  });
}

/** Sets the settings within a transaction that has begun. */
export async function makeSettings(tx: Tx, settings: Settings): Promise<void> {
  await sql.raw(settingStatement(settings)).execute(tx);
}

function settingStatement(settings: Settings): string {
  const each = Object.entries(settings).map(([name, value]) => `set_config(${quoted(name)}, ${quoted(value)}, true)`);
  return `select ${each.join(', ')}`;
}

function quoted(text: string): string {
  if (text.includes('\\') || text.includes('\u0000')) throw new Error('a setting holds neither a backslash nor U+0000');
  return `'${text.replaceAll("'", "''")}'`;
}

/** A transaction in which a statement failed and was caught commits nothing, and PostgreSQL says so only in its answer. */
async function commit(tx: Tx): Promise<void> {
  const { rows } = await sql<{ command?: string }>`commit`.execute(tx);
  if (rows[0]?.command === 'ROLLBACK') throw new Error('the transaction had failed and was rolled back');
}
