import { CompiledQuery, type RawBuilder, sql } from 'kysely';

import { BegunLate, foundSlow, grace, isSlow, refuseLate, UnderWay } from './begun-late.ts';
import type { Database, Tx } from './database.ts';
import { committing, type Travelling } from './pipelined-driver.ts';

export type Mode = 'read only' | 'read write';

/** Settings of one transaction (`app.…`), gone when it ends. */
export type Settings = Readonly<Record<`app.${string}`, string>>;

/** How a transaction of each mode is opened. */
export const begin = {
  /** One state for all statements of a query. */
  'read only': 'begin isolation level repeatable read read only',
  'read write': 'begin isolation level read committed read write',
} as const satisfies Record<Mode, string>;

/** A statement that travels with the opening of a transaction; `heard` may throw, and then nothing of the transaction is handed out. */
export type Companion = { readonly statement: CompiledQuery; readonly heard: (rows: readonly unknown[]) => void };

type Opening = {
  readonly mode: Mode;
  /**
   * Asked for once the connection is there, right before it begins, and anew when it began late: a setting that tells the instant must not
   * be older than the wait.
   */
  readonly settings: Settings | null | (() => Settings);
  readonly companion?: Companion | undefined;
  /** Opened before `work` begins, not with its first statement: for work that does something else first. */
  readonly atOnce?: boolean;
};

/**
 * Runs `work` in one transaction, opened together with its settings and its first statement in a single message: two trips less for every
 * request. Commits when `work` returns, rolls back when it throws; a connection that breaks on the way is thrown away by the pool.
 */
export async function inTransaction<Result>(db: Database, opening: Opening, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  if (tellsInstant(opening) && isSlow(db)) return attempt(db, { ...opening, beginsFirst: true }, work);
  try {
    return await attempt(db, opening, work);
  } catch (error) {
    if (!(error instanceof BegunLate)) throw error;
    foundSlow(db);
    return attempt(db, { ...opening, beginsFirst: true }, work);
  }
}

/** With the transaction begun before anything else, in a trip of its own: then its instant cannot be too old. */
type Attempt = Opening & { readonly beginsFirst?: boolean };

async function attempt<Result>(db: Database, opening: Attempt, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return db.connection().execute(async (connection) => {
    // What runs on this connection from here on is the transaction; Kysely's own would need a trip for the settings alone.
    const tx = connection as Tx;
    const underWay = await open(tx, opening);
    try {
      const result = await work(tx);
      if (tellsInstant(opening) && opening.beginsFirst !== true) await refuseLate(tx, underWay);
      await commit(tx);
      return result;
    } catch (error) {
      await sql`rollback`.execute(tx).catch(() => undefined);
      throw error;
    }
  });
}

async function open(tx: Tx, { companion, ...opening }: Attempt): Promise<UnderWay> {
  const underWay = new UnderWay();
  if (opening.atOnce === true) await openAtOnce(tx, opening, underWay);
  else await openWithNext(tx, opening, underWay);
  if (companion !== undefined) await delay(tx, { ...companion.statement, delayed: { heard: companion.heard, needed: true } });
  return underWay;
}

/** Open already, a transaction whose message was long under way takes the instant of now. */
async function openAtOnce(tx: Tx, { mode, settings: asked }: Attempt, underWay: UnderWay): Promise<void> {
  const settings = settled(asked);
  await tx.executeQuery(CompiledQuery.raw(settings === null ? begin[mode] : `${begin[mode]}; ${settingStatement(settings)}`));
  if (typeof asked === 'function' && underWay.sinceRead() > grace) await makeSettings(tx, asked());
}

async function openWithNext(tx: Tx, { mode, settings: asked, beginsFirst = false }: Attempt, underWay: UnderWay): Promise<void> {
  if (beginsFirst) await tx.executeQuery(CompiledQuery.raw(begin[mode]));
  const settings = settled(asked);
  const heard = () => underWay.answered();
  if (!beginsFirst) await delay(tx, { ...CompiledQuery.raw(begin[mode]), name: `begin ${mode}`, delayed: { heard } });
  if (settings !== null) await delay(tx, { ...preparedSettings(settings), delayed: unheard });
}

function settled(asked: Opening['settings']): Settings | null {
  return typeof asked === 'function' ? asked() : asked;
}

/** Whether the settings tell an instant that is written down. */
function tellsInstant({ mode, settings, atOnce = false }: Opening): boolean {
  return mode === 'read write' && typeof settings === 'function' && !atOnce;
}

const unheard = { heard: () => {} };

async function delay(tx: Tx, statement: Travelling): Promise<void> {
  await tx.executeQuery(statement);
}

type Compiling<Row = unknown> = { compile(on: Tx): CompiledQuery<Row> };

/**
 * A write whose answer nobody waits for: it travels with the statement that follows it, at the latest with the commit, and where it fails
 * that one fails. A text that is always the same is prepared once a connection under its `name`.
 */
export async function alongWithNext(tx: Tx, write: CompiledQuery | Compiling, name?: string): Promise<void> {
  const statement: Travelling = 'compile' in write ? write.compile(tx) : write;
  await delay(tx, { ...statement, ...(name === undefined ? {} : { name }), delayed: { ...unheard, needed: true } });
}

/**
 * A question that travels with the statement that follows it: two answers in one trip. What is handed back tells the rows once that
 * statement has been answered.
 */
export async function askWithNext<Row>(tx: Tx, asked: Travelling<Row> | Compiling<Row>): Promise<() => Row[]> {
  let rows: Row[] | null = null;
  const heard = (found: readonly unknown[]) => {
    rows = found as Row[];
  };
  const statement: Travelling = { ...('compile' in asked ? asked.compile(tx) : asked), delayed: { heard, needed: true } };
  await delay(tx, statement);
  return () => {
    if (rows === null) throw new Error('no statement has followed yet');
    return rows;
  };
}

/** The last statement of a transaction that only reads: it is committed in the same message. */
export async function lastOf<Row>(tx: Tx, asked: CompiledQuery<Row> | RawBuilder<Row>): Promise<Row[]> {
  const statement: Travelling<Row> = { ...('compile' in asked ? asked.compile(tx) : asked), last: true };
  return (await tx.executeQuery<Row>(statement)).rows;
}

/** Sets the settings within a transaction that has begun. */
export async function makeSettings(tx: Tx, settings: Settings): Promise<void> {
  await sql.raw(settingStatement(settings)).execute(tx);
}

export function settingStatement(settings: Settings): string {
  const each = Object.entries(settings).map(([name, value]) => `set_config(${quoted(name)}, ${quoted(value)}, true)`);
  return `select ${each.join(', ')}`;
}

/** By the names of the settings: there are as many texts as kinds of caller. */
const texts = new Map<string, { readonly sql: string; readonly name: string }>();

/** The same as `settingStatement`, prepared once a connection. */
function preparedSettings(settings: Settings): Travelling {
  const names = Object.keys(settings);
  const key = names.join(' ');
  const text = texts.get(key) ?? {
    sql: `select ${names.map((name, at) => `set_config(${quoted(name)}, $${at + 1}, true)`).join(', ')}`,
    name: `settings ${texts.size}`,
  };
  texts.set(key, text);
  return { ...CompiledQuery.raw(text.sql, Object.values(settings)), name: text.name };
}

function quoted(text: string): string {
  if (text.includes('\\') || text.includes('\u0000')) throw new Error('a setting holds neither a backslash nor U+0000');
  return `'${text.replaceAll("'", "''")}'`;
}

/** A transaction in which a statement failed and was caught commits nothing, and PostgreSQL says so only in its answer. */
async function commit(tx: Tx): Promise<void> {
  const { rows } = await tx.executeQuery<{ command?: string }>(committing);
  if (rows[0]?.command === 'ROLLBACK') throw new Error('the transaction had failed and was rolled back');
}
