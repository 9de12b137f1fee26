import { CompiledQuery, type DatabaseConnection, type Driver, type QueryResult } from 'kysely';
import type { Pool, PoolClient } from 'pg';

import { type Answer, sendTogether } from './batch.ts';

/**
 * What a compiled query may carry along, for fewer trips: each trip costs both sides more than most statements do.
 * A server that takes no named statements (PgBouncer before 1.21 in transaction mode) is spoken to without names.
 */
export type Travelling<Row = unknown> = CompiledQuery<Row> & {
  /** Prepared once a connection under this name; only the values travel from then on. */
  readonly name?: string;
  readonly delayed?: Delayed;
  /** Nothing follows in this transaction: it is committed in the same message. */
  readonly last?: boolean;
};

/** Travels with the next statement, in one message. What comes back is told to `heard` before the next one's rows are handed out. */
export type Delayed = {
  readonly heard: (rows: readonly unknown[]) => void;
  /** Told to a commit too, if nothing else follows. */
  readonly needed?: boolean;
  /** Sets out by itself, with all that waits, where no statement follows before the process turns to something else. */
  readonly soon?: boolean;
};

type Connection = DatabaseConnection & { readonly release: () => void };
type Options = { readonly named: boolean };

/** Statements that belong together are sent in one message. */
export function pipelinedDriver(pool: Pool, options: Options): Driver {
  const told = async (connection: DatabaseConnection, text: string) => void (await connection.executeQuery(plain(text)));
  return {
    init: async () => {},
    acquireConnection: async () => connectionOf(await pool.connect(), options),
    beginTransaction: (connection) => told(connection, 'begin'),
    commitTransaction: (connection) => told(connection, 'commit'),
    rollbackTransaction: (connection) => told(connection, 'rollback'),
    releaseConnection: async (connection) => (connection as Connection).release(),
    destroy: () => pool.end(),
  };
}

function connectionOf(client: PoolClient, options: Options): Connection {
  const courier = courierOf(client, options);
  let committed = false;
  /** Whether the transaction is over before it is ended: committed by its last statement, or never told because none came. */
  const overAlready = ({ sql }: Travelling) => {
    const needed = sql === 'commit' && courier.holds(({ delayed }) => delayed?.needed === true);
    if (needed) return false;
    const over = committed || courier.holds(opensTransaction);
    courier.forget();
    committed = false;
    return over;
  };
  const tell = async (query: Travelling): Promise<Answer | undefined> => {
    if (committed) throw new Error('the transaction was committed with the statement that was called its last');
    const [answer] = await courier.send(query.last === true ? [query, committing] : [query]);
    committed = query.last === true;
    return answer;
  };
  return {
    async executeQuery<Row>(query: Travelling): Promise<QueryResult<Row>> {
      if (query.delayed !== undefined) courier.hold(query);
      else if (!endsTransaction(query) || !overAlready(query)) return resultOf<Row>(await tell(query));
      return { rows: [] };
    },
    // oxlint-disable-next-line require-yield -- asked for by the interface; nothing here streams
    async *streamQuery() {
      throw new Error('rows are not streamed through a pipelined connection');
    },
    release: () => client.release(),
  };
}

/** Carries statements to the server, those that wait with the next one, and tells of their answers. */
function courierOf(client: PoolClient, { named }: Options) {
  let waiting: Travelling[] = [];
  /** What set out by itself: its failure is that of the statement that follows. */
  let early: Promise<unknown> = Promise.resolve();
  const take = (following: readonly Travelling[]) => {
    const together = [...waiting, ...following];
    waiting = [];
    return together;
  };
  const deliver = async (together: readonly Travelling[]): Promise<Answer[]> => {
    const answers = await sent(client, together, named);
    for (const [at, { delayed }] of together.entries()) delayed?.heard(rowsOf(answers[at]));
    return answers;
  };
  const setOut = () => {
    if (!waiting.some(({ delayed }) => delayed?.soon === true)) return;
    early = deliver(take([]));
    early.catch(() => undefined);
  };
  return {
    holds: (which: (query: Travelling) => boolean) => waiting.some(which),
    forget: () => void (waiting = []),
    hold(query: Travelling) {
      waiting.push(query);
      // Behind everything that can go on without an answer.
      if (query.delayed?.soon === true) process.nextTick(setOut);
    },
    /** The answers of these; what goes back to the beginning does not ask how anything ended. */
    async send(following: readonly Travelling[]): Promise<Answer[]> {
      const together = take(following);
      const before = early;
      early = Promise.resolve();
      await (following.some(({ sql }) => sql === 'rollback') ? before.catch(() => undefined) : before);
      const answers = await deliver(together);
      return answers.slice(together.length - following.length);
    },
  };
}

/** What travels alone and carries no values may hold several statements; everything else is one statement each. */
async function sent(client: PoolClient, queries: readonly Travelling[], named: boolean): Promise<Answer[]> {
  const [only, ...others] = queries;
  if (only !== undefined && others.length === 0 && only.parameters.length === 0 && only.name === undefined)
    return [await client.query(only.sql)];
  return sendTogether(
    client,
    queries.map(({ sql, parameters, name }) => ({ sql, parameters, name: named ? name : undefined })),
  );
}

export const committing: Travelling = { ...CompiledQuery.raw('commit'), name: 'commit' };

function plain(text: string): Travelling {
  return CompiledQuery.raw(text);
}

function opensTransaction({ sql }: CompiledQuery): boolean {
  return sql.startsWith('begin');
}

function endsTransaction({ sql }: CompiledQuery): boolean {
  return sql === 'commit' || sql === 'rollback';
}

function rowsOf(answer: Answer | undefined): readonly unknown[] {
  return answer?.rows ?? [];
}

const changing = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

function resultOf<Row>(answer: Answer | undefined): QueryResult<Row> {
  const rows = rowsOf(answer) as Row[];
  if (answer?.command === 'COMMIT' || answer?.command === 'ROLLBACK') return { rows: [{ command: answer.command }] as Row[] };
  if (answer === undefined || !changing.has(answer.command)) return { rows };
  return { rows, numAffectedRows: BigInt(answer.rowCount ?? 0) };
}
