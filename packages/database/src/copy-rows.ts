import type { Connection, Submittable } from 'pg';
import { Readable } from 'node:stream';

import { unframe } from './copy-frames.ts';

/** Rows are handed on in pieces of this size at least: each piece costs a trip through the kernel and the reader. */
const worthSending = 256 * 1024;

/** Rows as the server writes them, to be given to `client.query`. */
export type CopyRows = Readable & Submittable & { readonly text: string; readonly rowCount: () => number | null };

type Heard = {
  readonly handleError: (error: Error) => void;
  readonly handleCommandComplete: (message: { readonly text: string }) => void;
  readonly handleReadyForQuery: () => void;
};

/** Reads a `copy … to stdout`. While it runs the connection's bytes come here, no more of them than are read; what follows the copy goes back to pg. */
export function copyRows(copy: string): CopyRows {
  let resume = () => {};
  let count: number | null = null;
  const rows = new Readable({ highWaterMark: 2 * worthSending, read: () => resume() });
  const submit = (connection: Connection) => {
    resume = () => connection.stream.resume();
    listenInstead(connection, rows);
    connection.query(copy);
  };
  const heard: Heard = {
    handleError: (error) => void rows.destroy(error),
    handleCommandComplete({ text }) {
      count = Number(/^COPY (\d+)/.exec(text)?.[1] ?? Number.NaN);
    },
    handleReadyForQuery: () => {},
  };
  return Object.assign(rows, { text: copy, submit, rowCount: () => count }, heard);
}

function listenInstead({ stream }: Connection, rows: Readable): void {
  const take = unframe();
  const [pg] = stream.listeners('data') as ((bytes: Buffer) => void)[];
  if (pg === undefined) throw new Error('pg listens to its connection otherwise');
  let [held, size, most]: [Buffer[], number, number] = [[], 0, 1];
  const listen = (bytes: Buffer) => {
    const { rows: some, rest, whole } = take(bytes);
    held.push(some);
    size += some.length;
    if (size >= most || (rest !== null && size > 0)) {
      if (!rows.push(Buffer.concat(held, size))) stream.pause();
      [held, size, most] = [[], 0, worthSending];
    }
    if (rest === null) return;
    stream.off('data', listen).on('data', pg);
    pg.call(stream, rest);
    stream.resume();
    if (whole) rows.push(null);
  };
  stream.off('data', pg).on('data', listen);
}
