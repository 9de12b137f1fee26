import pg, { type Connection, type PoolClient, type Submittable } from 'pg';

/** One statement of a batch. With a name it is prepared once a connection, and described once. */
export type Statement = { readonly sql: string; readonly parameters: readonly unknown[]; readonly name?: string | undefined };
export type Answer = { readonly command: string; readonly rowCount: number | null; readonly rows: readonly unknown[] };

type Value = string | Buffer | null;
type TypeId = Parameters<PoolClient['getTypeParser']>[0];
type Field = { readonly name: string; readonly dataTypeID: TypeId };
type Parser = (text: string) => unknown;
type Row = Record<string, unknown>;
/** `empty` is a row that has every column already: to copy it costs a sixth of adding them one by one. */
type Columns = { readonly each: readonly { readonly name: string; readonly parse: Parser }[]; readonly empty: Readonly<Row> };

/** A statement prepared on a connection: its columns once they were told, and whether the server surely has it. */
type Prepared = { columns: Columns | null; certain: boolean };

const noColumns: Columns = { each: [], empty: {} };

const preparedOn = new WeakMap<Connection, Map<string, Prepared>>();
const { prepareValue } = (pg as unknown as { readonly utils: { readonly prepareValue: (value: unknown) => Value } }).utils;

/**
 * Sends statements in one message with one Sync behind them all, so that the server answers in one piece: every piece costs both sides a
 * trip through the kernel. When one fails the rest is not run, and the failure is that of the whole.
 */
export function sendTogether(client: PoolClient, statements: readonly Statement[]): Promise<Answer[]> {
  return new Promise((resolve, reject) => {
    client.query(batchOf(client, statements, { resolve, reject }));
  });
}

type Told = { readonly resolve: (answers: Answer[]) => void; readonly reject: (error: Error) => void };

/** What pg calls back while a message is answered. */
type Heard = Submittable & {
  /** For whoever watches what is sent. */
  readonly statements: readonly Statement[];
  readonly handleRowDescription: (message: { readonly fields: readonly Field[] }) => void;
  readonly handleDataRow: (message: { readonly fields: readonly (string | null)[] }) => void;
  readonly handleCommandComplete: (message: { readonly text: string }) => void;
  readonly handleReadyForQuery: () => void;
  readonly handleError: (error: Error) => void;
};

type Open = { readonly columns: Columns; readonly rows: Row[] };

function batchOf(client: PoolClient, statements: readonly Statement[], { resolve, reject }: Told): Heard {
  const prepared = preparedOf(client.connection);
  const answers: Answer[] = [];
  let open: Open | null = null;
  let broken: Error | null = null;
  const current = () => prepared.get(statements[answers.length]?.name ?? '');
  const opened = () => (open ??= { columns: current()?.columns ?? noColumns, rows: [] });
  return {
    statements,
    submit: (connection) => submit(connection, statements, prepared),
    handleRowDescription({ fields }) {
      const columns = columnsOf(client, fields);
      const known = current();
      if (known !== undefined) known.columns = columns;
      open = { columns, rows: [] };
    },
    handleDataRow({ fields }) {
      const { columns, rows } = opened();
      try {
        rows.push(rowOf(columns, fields));
      } catch (error) {
        broken ??= error as Error;
      }
    },
    handleCommandComplete({ text }) {
      const known = current();
      if (known !== undefined) Object.assign(known, { certain: true, columns: known.columns ?? noColumns });
      answers.push({ ...completed(text), rows: open?.rows ?? [] });
      open = null;
    },
    handleReadyForQuery: () => (broken === null ? resolve(answers) : reject(broken)),
    handleError(error) {
      if (isOutdated(error)) for (const { name = '' } of statements) forget(prepared, name);
      reject(error);
    },
  };
}

/** A table has changed since a statement was prepared: `cached plan must not change result type`. */
function isOutdated(error: Error): boolean {
  return 'code' in error && error.code === '0A000';
}

/** It is prepared anew when it is sent the next time. */
function forget(prepared: Map<string, Prepared>, name: string): void {
  const known = prepared.get(name);
  if (known !== undefined) known.certain = false;
}

function preparedOf(connection: Connection): Map<string, Prepared> {
  const known = preparedOn.get(connection) ?? new Map<string, Prepared>();
  preparedOn.set(connection, known);
  return known;
}

/** Nothing is sent unless all values can be; the error goes the way of one that the server found. */
function submit(connection: Connection, statements: readonly Statement[], prepared: Map<string, Prepared>): Error | null {
  let values: Value[][];
  try {
    values = statements.map(({ parameters }) => parameters.map((value) => prepareValue(value)));
  } catch (error) {
    return error as Error;
  }
  connection.stream.cork();
  for (const [at, statement] of statements.entries()) send(connection, statement, { values: values[at] ?? [], prepared });
  connection.sync();
  connection.stream.uncork();
  return null;
}

type Sending = { readonly values: Value[]; readonly prepared: Map<string, Prepared> };

function send(connection: Connection, { sql, name = '' }: Statement, { values, prepared }: Sending): void {
  const known = prepared.get(name);
  if (known?.certain !== true) {
    // It may or may not have come through when a batch failed; closing what is not there is no error.
    if (known !== undefined) connection.close({ type: 'S', name }, true);
    if (name !== '') prepared.set(name, { columns: null, certain: false });
    connection.parse({ name, text: sql, types: [] }, true);
  }
  connection.bind({ statement: name, values }, true);
  if (known?.certain !== true) connection.describe({ type: 'P', name: '' }, true);
  connection.execute(null, true);
}

function columnsOf(client: PoolClient, fields: readonly Field[]): Columns {
  const each = fields.map(({ name, dataTypeID }) => ({ name, parse: client.getTypeParser(dataTypeID) as Parser }));
  return { each, empty: Object.fromEntries(each.map(({ name }) => [name, null])) };
}

function rowOf({ each, empty }: Columns, fields: readonly (string | null)[]): Row {
  const row: Row = { ...empty };
  let at = 0;
  for (const { name, parse } of each) {
    const text = fields[at] ?? null;
    row[name] = text === null ? null : parse(text);
    at += 1;
  }
  return row;
}

/** `SELECT 21`, `INSERT 0 1`, `COMMIT`. */
function completed(text: string): Pick<Answer, 'command' | 'rowCount'> {
  const [command = '', ...counts] = text.split(' ');
  const count = counts.at(-1);
  return { command, rowCount: count === undefined ? null : Number(count) };
}
