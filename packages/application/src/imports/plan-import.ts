import { holdsPersonalNumber, type Answers, answersInput, importFailure, type Sheet } from '@changming/domain/imports';
import { id, refuse } from '@changming/domain/kernel';
import { z } from 'zod';

import { command, query, type Writing } from '../context.ts';
import { noteAwaiting } from './confirmations.ts';
import { keepLedger } from './kept-ledger.ts';
import { keepVerdicts } from './kept-verdicts.ts';
import { type Of, type Plan, planOf } from './plan.ts';
import { judgedLedger } from './plan-ledger.ts';
import { planOfUnits } from './plan-units.ts';
import { shownSheets } from './shown-sheets.ts';
import { askedOf, type Batch, batchIn, batchInScope, order, patiently, saveBatch } from './store.ts';
import { withheldFrom, withoutConfirming } from './withheld-rows.ts';

const sheets = z.custom<readonly Sheet[]>((given) => Array.isArray(given));

/** The file of a batch, opened again: for the worker that reads it. */
export const openImport = query({
  permission: 'imports.run',
  async run({ tx, scope, secrets }, { batchId }: { batchId: string }) {
    const batch = await batchInScope(tx, scope, batchId);
    const file = await tx.selectFrom('import_files').select('sealed').where('batch_id', '=', batchId).executeTakeFirst();
    if (file === undefined) refuse('conflict', 'imports.wrong_state', { state: batch.state });
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
    await patiently(work);
    const plan = await planned(work, batch, askedOf(batch, read));
    await keepVerdicts(work, batch, { sheets: read, verdicts: plan.verdicts });
    const kept = { counts: JSON.stringify(plan.counts), mapping: JSON.stringify(shownSheets(read, plan.mapping)) };
    await saveBatch(work, batch, { state: isOver(batch, plan) ? 'done' : 'planned', planned_at: work.now, ...kept });
    return work.trail([], plan.counts);
  },
});

/** It has come in before, and what waited for a confirmation was left out or waits on: there is nothing more to bring in. */
function isOver({ done_at }: Batch, { counts: { ready, ask } }: Plan): boolean {
  return done_at !== null && ready + ask === 0;
}

/** A ledger may be long: what was judged of it is kept for the run. Of units it is known what waits for somebody who may. */
async function planned(work: Writing, batch: Batch, asked: Of): Promise<Plan> {
  if (batch.kind === 'units') return plannedUnits(work, batch, asked);
  if (batch.kind !== 'hazards') return planOf(work, { kind: batch.kind, ...asked });
  const ledger = await judgedLedger(work, asked);
  await keepLedger(work, batch, ledger);
  return ledger.plan;
}

async function plannedUnits(work: Writing, batch: Batch, asked: Of): Promise<Plan> {
  const plan = await planOfUnits(work, asked, await withheldFrom(work, batch, asked.answers));
  await noteAwaiting(work, batch, plan.verdicts);
  return plan;
}

/**
 * 回答问题: what a person said about columns, words, cells and rows. The file is judged again with it. A batch that has come in is over, but
 * for rows that wait for somebody to confirm them.
 */
export const answerImport = command({
  permission: 'imports.run',
  name: 'imports.answer',
  input: z.strictObject({ batchId: id, answers: answersInput }),
  async run(work, { batchId, answers: given }) {
    const { tx, scope, trail } = work;
    // Such a number stays in the sealed file and is corrected there.
    if (given.cells.some(({ text = '' }) => holdsPersonalNumber(text))) refuse('invalid', 'imports.number_in_answer');
    const batch = await batchIn(tx, scope, { id: batchId, states: ['planned', 'failed', 'done'] });
    if (batch.state === 'done' && batch.awaiting === null) refuse('conflict', 'imports.wrong_state', { state: batch.state });
    const answers = await withoutConfirming(work, batch, given);
    await saveBatch(work, batch, { state: 'reading', begun_at: null, failure: null, answers: JSON.stringify(answers satisfies Answers) });
    await order(work, 'imports.plan', batch);
    return trail({ subjectId: batchId, unitId: batch.unit_id, before: null, after: { answered: sizeOf(answers) } }, { id: batchId });
  },
});

/**
 * Reading failed for good (a broken file, a refusal): the batch says why and takes other answers. The sheets, where they could be read,
 * are kept with their first rows, so that a person can point at the header.
 */
export const failImport = command({
  permission: 'imports.run',
  name: 'imports.fail',
  input: z.strictObject({ batchId: id, failure: importFailure, sheets: sheets.optional() }),
  async run(work, { batchId, failure, sheets: read }) {
    const batch = await batchIn(work.tx, work.scope, { id: batchId, states: ['reading', 'running'] });
    const mapping = read === undefined || batch.mapping !== null ? {} : { mapping: JSON.stringify(shownSheets(read, [])) };
    await saveBatch(work, batch, { state: 'failed', failure: JSON.stringify(failure), ...mapping });
    return work.trail({ subjectId: batchId, unitId: batch.unit_id, before: null, after: { failure: failure.code } }, null);
  },
});

function sizeOf(answers: Answers): number {
  return Object.values(answers).reduce((sum, each) => sum + each.length, 0);
}
