import { type Caller, Refusal } from '@changming/application/context';
import { bringIn, failImport, type ImportKind, openImport, planImport, sweepImports, tellConfirmers } from '@changming/application/imports';
import { readWorkbook } from '@changming/documents/excel';
import { z } from 'zod';

import { type JobTools, job } from '../../job.ts';

const payload = z.strictObject({ batchId: z.uuid(), accountId: z.uuid() });
type Ordered = z.output<typeof payload>;
type Sheets = Awaited<ReturnType<typeof readWorkbook>>['sheets'];

/** 读表并判定: in a process of its own; as the person who sent the file, with that person's grants. */
export const plan = job({
  name: 'imports.plan',
  payload,
  run: (tools, ordered) =>
    attempt(
      tools,
      ordered,
      async (caller, { sheets }) => void (await planImport(caller, { batchId: ordered.batchId, sheets: await sheets() })),
    ),
});

/** 导入合格的行: in one transaction, a ledger of hazards part by part. A worker that dies leaves nothing half written, and the queue goes on. */
export const run = job({
  name: 'imports.run',
  payload,
  run: (tools, { batchId, accountId }) =>
    attempt(tools, { batchId, accountId }, async (caller, { kind, sheets }) => void (await bringIn(caller, { batchId, kind }, sheets))),
});

/** Tells whoever may of rows that wait to be confirmed, or takes that back. */
export const tell = job({
  name: 'imports.tell',
  payload: z.strictObject({ batchId: z.uuid(), byId: z.uuid().nullable(), before: z.int().nullable() }),
  async run({ clock }, told) {
    await tellConfirmers(clock, told);
  },
});

/** Batches that nobody works on any more say so, and can be tried again. */
export const sweep = job({
  name: 'imports.sweep',
  cron: '*/10 * * * *',
  payload: z.strictObject({}),
  async run({ clock }) {
    await sweepImports(clock, {});
  },
});

type Opened = { readonly kind: ImportKind; readonly sheets: () => Promise<Sheets> };
type Work = (caller: Caller, opened: Opened) => Promise<void>;

/** A refusal is an answer and ends the batch with its code; anything else is a fault and is tried again. */
async function attempt({ speakFor }: JobTools, { batchId, accountId }: Ordered, work: Work): Promise<void> {
  const caller = await speakFor(accountId);
  let read: Sheets | undefined;
  try {
    const { content, batch } = await openImport(caller, { batchId });
    const sheets = async () => (read = (await readWorkbook(content)).sheets);
    await work(caller, { kind: batch.kind, sheets });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (overtaken.has(error.code)) return;
    const failure = { code: error.code, facts: error.facts };
    await failImport(caller, { batchId, failure, ...(read === undefined ? {} : { sheets: [...read] }) });
  }
}

/** Somebody else has brought the batch further: there is nothing left to do for this order. */
const overtaken: ReadonlySet<string> = new Set(['imports.wrong_state', 'imports.changed_meanwhile']);
