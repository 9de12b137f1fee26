import { type Caller, Refusal } from '@changming/application/context';
import {
  failImport,
  openImport,
  planImport,
  runHazardsImport,
  runPersonsImport,
  runUnitsImport,
  sweepImports,
} from '@changming/application/imports';
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
  run: (tools, ordered) => attempt(tools, ordered, (caller, sheets) => planImport(caller, { batchId: ordered.batchId, sheets })),
});

/** 导入合格的行, all in one transaction: a worker that dies leaves nothing half done, and the queue tries again. */
export const run = job({
  name: 'imports.run',
  payload,
  run: (tools, ordered) => attempt(tools, ordered, (caller, sheets, kind) => runs[kind](caller, { batchId: ordered.batchId, sheets })),
});

const runs = { units: runUnitsImport, workforce: runPersonsImport, hazards: runHazardsImport } as const;

/** Batches that nobody works on any more say so, and can be tried again. */
export const sweep = job({
  name: 'imports.sweep',
  cron: '*/10 * * * *',
  payload: z.strictObject({}),
  async run({ clock }) {
    await sweepImports(clock, {});
  },
});

type Work = (caller: Caller, sheets: Sheets, kind: keyof typeof runs) => Promise<unknown>;

/** A refusal is an answer and ends the batch with its code; anything else is a fault and is tried again. */
async function attempt({ speakFor }: JobTools, { batchId, accountId }: Ordered, work: Work): Promise<void> {
  const caller = await speakFor(accountId);
  let sheets: Sheets | undefined;
  try {
    const { content, batch } = await openImport(caller, { batchId });
    ({ sheets } = await readWorkbook(content));
    await work(caller, sheets, batch.kind);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (overtaken.has(error.code)) return;
    const failure = { code: error.code, facts: error.facts };
    await failImport(caller, { batchId, failure, ...(sheets === undefined ? {} : { sheets: [...sheets] }) });
  }
}

/** Somebody else has brought the batch further: there is nothing left to do for this order. */
const overtaken: ReadonlySet<string> = new Set(['imports.wrong_state', 'imports.changed_meanwhile']);
