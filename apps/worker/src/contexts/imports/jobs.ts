import { type Caller, Refusal } from '@changming/application/context';
import { failImport, openImport, planImport, runImport } from '@changming/application/imports';
import { readWorkbook } from '@changming/documents/excel';
import { sentenceFor } from '@changming/phrases';
import { z } from 'zod';

import { type JobTools, job } from '../../job.ts';

const payload = z.strictObject({ batchId: z.uuid(), accountId: z.uuid() });
type Ordered = z.output<typeof payload>;

/** 读表并判定: in a process of its own; as the person who sent the file, with that person's grants. */
export const plan = job({
  name: 'imports.plan',
  payload,
  async run(tools, ordered) {
    await attempt(tools, ordered, async (caller) => {
      const { content } = await openImport(caller, { batchId: ordered.batchId });
      const { sheets } = await readWorkbook(content);
      await planImport(caller, { batchId: ordered.batchId, sheets });
    });
  },
});

/** 导入合格的行, all in one transaction. */
export const run = job({
  name: 'imports.run',
  payload,
  async run(tools, ordered) {
    await attempt(tools, ordered, async (caller) => {
      const { content } = await openImport(caller, { batchId: ordered.batchId });
      const { sheets } = await readWorkbook(content);
      await runImport(caller, { batchId: ordered.batchId, sheets });
    });
  },
});

/** A refusal is an answer and ends the batch with its sentence; anything else is a fault and is tried again. */
async function attempt({ speakFor }: JobTools, { batchId, accountId }: Ordered, work: (caller: Caller) => Promise<void>): Promise<void> {
  const caller = await speakFor(accountId);
  try {
    await work(caller);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'imports.wrong_state') return;
    await failImport(caller, { batchId, failure: sentenceFor(error.code, error.facts) });
  }
}
