import pg from 'pg';

/** With the name it is prepared under, if it is. */
export type Statement = { readonly text: string; readonly values: unknown[]; readonly name?: string };

type Sent = { readonly text?: string; readonly values?: unknown[]; readonly name?: string } | string;

/** What is sent to the database while `act` runs. */
export async function statementsOf(act: () => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = [];
  const proto = pg.Client.prototype as { query: (...args: unknown[]) => unknown };
  const original = proto.query;
  proto.query = function query(this: unknown, ...args: unknown[]) {
    const [first, second] = args as [Sent, unknown[] | undefined];
    if (typeof first === 'string') sent.push({ text: first, values: Array.isArray(second) ? second : [] });
    else if (first.text !== undefined)
      sent.push({ text: first.text, values: first.values ?? [], ...(first.name === undefined ? {} : { name: first.name }) });
    return original.apply(this, args);
  };
  try {
    await act();
  } finally {
    proto.query = original;
  }
  return sent;
}
