import { type Answers, answersInput, type Sheet, type Verdict } from '@changming/domain/imports';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { command, query, type Writing } from '../context.ts';
import { planOf, titleOf } from './plan.ts';
import { type Batch, batchIn, batchInScope, order, saveBatch } from './store.ts';

const sheets = z.custom<readonly Sheet[]>((given) => Array.isArray(given));

/** The file of a batch, opened again: for the worker that reads it. */
export const openImport = query({
  permission: 'imports.run',
  async run({ tx, scope, secrets }, { batchId }: { batchId: string }) {
    const batch = await batchInScope(tx, scope, batchId);
    const file = await tx.selectFrom('import_files').select('sealed').where('batch_id', '=', batchId).executeTakeFirstOrThrow();
    return { batch, content: new Uint8Array(Buffer.from(secrets.open(file.sealed), 'base64')) };
  },
});

/** Judges every row of a file that has been read, and keeps the verdicts for people to look at. */
export const planImport = command({
  permission: 'imports.run',
  name: 'imports.plan',
  input: z.strictObject({ batchId: id, sheets }),
  async run(work, { batchId, sheets: read }) {
    const batch = await batchIn(work.tx, work.scope, { id: batchId, states: ['reading'] });
    const plan = await planOf(work, { kind: batch.kind, sheets: read, answers: batch.answers, underId: batch.unit_id });
    await keepVerdicts(work, batch, plan.verdicts);
    const kept = { counts: JSON.stringify(plan.counts), mapping: JSON.stringify(plan.mapping) };
    await saveBatch(work.tx, batch, { state: 'planned', planned_at: work.now, ...kept });
    return work.trail([], plan.counts);
  },
});

/** 回答问题: what a person said about columns, words, cells and rows. The file is judged again with it. */
export const answerImport = command({
  permission: 'imports.run',
  name: 'imports.answer',
  input: z.strictObject({ batchId: id, answers: answersInput }),
  async run(work, { batchId, answers }) {
    const { tx, scope, trail } = work;
    const batch = await batchIn(tx, scope, { id: batchId, states: ['planned', 'failed'] });
    await saveBatch(tx, batch, { state: 'reading', failure: null, answers: JSON.stringify(answers satisfies Answers) });
    await order(work, 'imports.plan', batch);
    return trail({ subjectId: batchId, unitId: batch.unit_id, before: null, after: { answered: sizeOf(answers) } }, { id: batchId });
  },
});

/** Reading failed for good (a broken file, a refusal): the batch says why and takes another file or other answers. */
export const failImport = command({
  permission: 'imports.run',
  name: 'imports.fail',
  input: z.strictObject({ batchId: id, failure: z.string().max(500) }),
  async run({ tx, scope, trail }, { batchId, failure }) {
    const batch = await batchIn(tx, scope, { id: batchId, states: ['reading', 'running'] });
    await saveBatch(tx, batch, { state: 'failed', failure });
    return trail({ subjectId: batchId, unitId: batch.unit_id, before: null, after: { failure } }, null);
  },
});

function sizeOf(answers: Answers): number {
  return Object.values(answers).reduce((sum, each) => sum + each.length, 0);
}

type Kept = {
  batch_id: string;
  n: number;
  sheet: string;
  row: number;
  verdict: Verdict<never>['kind'];
  title: string | null;
  detail: string;
};

async function keepVerdicts({ tx }: Writing, batch: Batch, verdicts: readonly Verdict<Parameters<typeof titleOf>[0]>[]): Promise<void> {
  await tx.deleteFrom('import_rows').where('batch_id', '=', batch.id).execute();
  const rows = verdicts.map((verdict, n): Kept => {
    const { sheet, row } = verdict.source;
    const title = verdict.kind === 'ready' ? titleOf(verdict.draft) : null;
    return { batch_id: batch.id, n, sheet, row, verdict: verdict.kind, title, detail: JSON.stringify(detailOf(verdict)) };
  });
  for (let at = 0; at < rows.length; at += 1000)
    await tx
      .insertInto('import_rows')
      .values(rows.slice(at, at + 1000))
      .execute();
}

function detailOf(verdict: Verdict<unknown>): object {
  if (verdict.kind === 'ready') return { warnings: verdict.warnings };
  if (verdict.kind === 'ask') return { questions: verdict.questions };
  if (verdict.kind === 'wrong') return { problems: verdict.problems };
  return { reason: verdict.reason, sameAs: verdict.sameAs };
}
