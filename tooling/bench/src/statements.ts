import pg from 'pg';

/** With the name it is prepared under, if it is. */
export type Statement = { readonly text: string; readonly values: unknown[]; readonly name?: string };

type Batch = { readonly statements: readonly { readonly sql: string; readonly parameters: readonly unknown[]; readonly name?: string }[] };
type Sent = { readonly text?: string; readonly values?: unknown[]; readonly name?: string } | Batch | string;

/** What is sent to the database while `act` runs. */
export async function statementsOf(act: () => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = [];
  const proto = pg.Client.prototype as { query: (...args: unknown[]) => unknown };
  const original = proto.query;
  proto.query = function query(this: unknown, ...args: unknown[]) {
    const [first, second] = args as [Sent, unknown[] | undefined];
    if (typeof first === 'string') sent.push({ text: first, values: Array.isArray(second) ? second : [] });
    else if ('statements' in first)
      sent.push(...first.statements.map(({ sql, parameters, name }) => statement({ text: sql, values: [...parameters], name })));
    else if (first.text !== undefined) sent.push(statement({ text: first.text, values: first.values ?? [], name: first.name }));
    return original.apply(this, args);
  };
  try {
    await act();
  } finally {
    proto.query = original;
  }
  return sent;
}

function statement({
  text,
  values,
  name,
}: {
  readonly text: string;
  readonly values: unknown[];
  readonly name: string | undefined;
}): Statement {
  return { text, values, ...(name === undefined ? {} : { name }) };
}
