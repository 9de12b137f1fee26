import { CompiledQuery, type DatabaseConnection, type Driver, type QueryResult } from 'kysely';
import type { Pool, PoolClient, QueryResult as Answer } from 'pg';

/**
 * What a compiled query may carry along, for fewer trips: each trip costs both sides more than most statements do.
 * A server that takes no named statements (PgBouncer before 1.21 in transaction mode) is spoken to without names.
 */
export type Travelling<Row = unknown> = CompiledQuery<Row> & {
  /** Prepared once a connection under this name; only the values travel from then on. */
  readonly name?: string;
  /** Travels with the next statement, in one message. What comes back is told to `heard` before the next one's rows are handed out. Told to a commit too if `needed`. */
  readonly delayed?: { readonly heard: (rows: readonly unknown[]) => void; readonly needed?: boolean };
  /** Nothing follows in this transaction: it is committed in the same message. */
  readonly last?: boolean;
};

type Connection = DatabaseConnection & { readonly release: () => void };
type Options = { readonly named: boolean };

/** Speaks to PostgreSQL in pipeline mode: statements that belong together are sent in one write. */
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

function connectionOf(client: PoolClient, { named }: Options): Connection {
  setPipeline(client, true);
  let waiting: Travelling[] = [];
  let committed = false;
  /** Whether the transaction is over before it is ended: committed by its last statement, or never told because none came. */
  const overAlready = ({ sql }: Travelling) => {
    const needed = sql === 'commit' && waiting.some(({ delayed }) => delayed?.needed === true);
    if (needed) return false;
    const over = committed || waiting.length > 0;
    [waiting, committed] = [[], false];
    return over;
  };
  const tell = async (query: Travelling): Promise<Answer | undefined> => {
    if (committed) throw new Error('the transaction was committed with the statement that was called its last');
    const together = [...waiting, query, ...(query.last === true ? [plain('commit')] : [])];
    waiting = [];
    const answers = await sent(client, together, named);
    committed = query.last === true;
    for (const [at, { delayed }] of together.entries()) delayed?.heard(rowsOf(answers[at]));
    return answers[together.indexOf(query)];
  };
  return {
    async executeQuery<Row>(query: Travelling): Promise<QueryResult<Row>> {
      if (query.delayed !== undefined) waiting.push(query);
      else if (!endsTransaction(query) || !overAlready(query)) return resultOf<Row>(await tell(query));
      return { rows: [] };
    },
    // oxlint-disable-next-line require-yield -- asked for by the interface; nothing here streams
    async *streamQuery() {
      throw new Error('rows are not streamed through a pipelined connection');
    },
    release() {
      setPipeline(client, false);
      client.release();
    },
  };
}

/** Only while it is spoken to from here: whoever takes the same client for a stream of rows finds it as pg made it. */
function setPipeline(client: PoolClient, pipeline: boolean): void {
  Object.assign(client, { pipeline });
}

/** One write for all: the stream is held back until the last of them is in it. */
async function sent(client: PoolClient, queries: readonly Travelling[], named: boolean): Promise<Answer[]> {
  const { stream } = client.connection;
  if (queries.length > 1) stream.cork();
  const answers = queries.map(({ sql, parameters, name }) =>
    client.query({ text: sql, values: [...parameters], ...(named && name !== undefined ? { name } : {}) }),
  );
  if (queries.length > 1) stream.uncork();
  return Promise.all(answers);
}

function plain(text: string): Travelling {
  return CompiledQuery.raw(text);
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
