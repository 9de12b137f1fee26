import type { Pull } from '@changming/domain/analytics';
import { refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';

import { type Caller, type CopiedOut, extract, type Reading } from '../context.ts';
import { askedOf } from './asked.ts';
import { beginRead, endRead } from './note-read.ts';
import { placed } from './place.ts';
import { csvRows, jsonRows, textOf } from './statement.ts';

/** Long readings at a time: of the whole installation, and of one person. Each holds a connection. */
const slots = { all: 4, own: 2 } as const;

type Wanted = { readonly pull: Pull; readonly heads: readonly string[] };

const copied = extract({
  permission: 'analytics.read',
  async run(work: Reading, { pull, heads }: Wanted) {
    const at = await placed(work, pull);
    await takeSlot(work);
    if (pull.format === 'csv') return { copy: `copy (${textOf(csvRows(at), work.tx)}) to stdout with (format csv)`, head: csvHead(heads) };
    return { copy: `copy (${textOf(jsonRows(at), work.tx)}) to stdout with (${asItIs})`, head: new Uint8Array() };
  },
});

/** JSON text holds neither of these two signs, so nothing of it is quoted. */
const asItIs = String.raw`format csv, quote E'\x01', delimiter E'\x02'`;

/**
 * A whole dataset as CSV or NDJSON, streamed as the server writes it: nothing is held but a few chunks. `heads` are those of the CSV, one
 * a column. Refused with `analytics.busy` while too many run. Its trace has begun before the first row and ends with \`finished\`.
 */
export async function pullDataset(caller: Caller, wanted: Wanted): Promise<CopiedOut> {
  const { id } = await beginRead(caller, askedOf(wanted.pull));
  const over = async ({ rows, outcome }: Awaited<CopiedOut['finished']>) => {
    // A trace that cannot be ended stays as one that never was: the answer itself has already gone out.
    await endRead(caller, { id, rows, outcome }).catch(() => undefined);
    return { rows, outcome };
  };
  try {
    const { chunks, finished } = await copied(caller, wanted);
    return { chunks, finished: finished.then(over) };
  } catch (error) {
    await over({ rows: null, outcome: 'cut' });
    throw error;
  }
}

/** Excel takes a CSV for UTF-8 when it begins with the mark. */
function csvHead(heads: readonly string[]): Uint8Array {
  return Buffer.from(`\uFEFF${heads.map((head) => (/[",\r\n]/.test(head) ? `"${head.replaceAll('"', '""')}"` : head)).join(',')}\n`);
}

/** Held by the transaction, so that a process that dies gives its slot back. */
async function takeSlot({ tx, actor }: Reading): Promise<void> {
  const own = `analytics.pull ${actor.personId ?? ''}`;
  for (const [name, most] of [
    [own, slots.own],
    ['analytics.pull', slots.all],
  ] as const) {
    const { rows } = await sql`
      select n from generate_series(1, ${most}::int) n where pg_try_advisory_xact_lock(hashtext(${name}), n) limit 1`.execute(tx);
    if (rows.length === 0) refuse('limited', 'analytics.busy');
  }
}
