import type { PersonDraft, Sheet, Verdict, VerdictCounts } from '@changming/domain/imports';
import { id, refuse } from '@changming/domain/kernel';
import { z } from 'zod';

import { type Changed, command, type Writing } from '../context.ts';
import { importPerson } from './import-person.ts';
import { keepLastVerdicts } from './kept-verdicts.ts';
import { noteRecords } from './note-records.ts';
import { type Draft as AnyDraft, type Of, planOfPersons } from './plan.ts';
import { askedOf, type Batch, batchIn, order, patiently, refuseLedger, saveBatch } from './store.ts';

const sheets = z.custom<readonly Sheet[]>((given) => Array.isArray(given));

/** Lets the worker bring in the rows that are ready; with `onlyIfAll` nothing goes in while one row is asked about or wrong. */
export const startImport = command({
  permission: 'imports.run',
  name: 'imports.start',
  input: z.strictObject({ batchId: id, onlyIfAll: z.boolean() }),
  async run(work, { batchId, onlyIfAll }) {
    const { tx, scope, trail } = work;
    const batch = await batchIn(tx, scope, { id: batchId, states: ['planned'] });
    refuseLedger(work, batch.kind, batch.unit_pos);
    refuseIncomplete(batch.counts ?? { ask: 0, wrong: 0, ready: 0 }, onlyIfAll);
    await saveBatch(work, batch, { state: 'running', only_if_all: onlyIfAll });
    await order(work, 'imports.run', batch);
    return trail({ subjectId: batchId, unitId: batch.unit_id, before: null, after: { onlyIfAll } }, { id: batchId });
  },
});

type Ready = Pick<VerdictCounts, 'ask' | 'wrong' | 'ready' | 'remembered'>;

/**
 * Nothing comes in while a row is open and the batch is to come in whole. Nothing to bring in is no order, but where people said something of
 * its rows that is to be remembered.
 */
export function refuseIncomplete({ ask, wrong, ready, remembered = 0 }: Ready, onlyIfAll: boolean): void {
  if (onlyIfAll && ask + wrong > 0) refuse('conflict', 'imports.rows_open', { open: ask + wrong });
  if (ready + remembered === 0) refuse('conflict', 'imports.nothing_ready');
}

export const ordered = z.strictObject({ batchId: id, sheets });

/**
 * Brings the ready rows of 人员花名册 in, in one transaction: planned again against today's records, so that what has come in meanwhile is
 * not made twice. Answers how many people were entered and changed.
 */
export const runPersonsImport = command({
  permission: 'imports.run',
  name: 'imports.run',
  input: ordered,
  run: (work, given) => runBatch(work, given, bringPersons),
});

/** What came in, what was written `beside` it and is counted as neither made nor changed, and what was judged last of every row of the file. */
export type Brought = {
  readonly changes: readonly Changed[];
  readonly beside?: readonly Changed[];
  readonly verdicts: readonly Verdict<AnyDraft>[];
};
type Bring = (work: Writing, batch: Batch, asked: Of) => Promise<Brought>;

/**
 * The way in of every kind but the ledger of hazards, which comes in parts: what was judged last of each row is kept with the batch, so that
 * no row that people saw ready stays out unsaid.
 */
export async function runBatch(work: Writing, { batchId, sheets: read }: z.output<typeof ordered>, bring: Bring) {
  const batch = await batchIn(work.tx, work.scope, { id: batchId, states: ['running'] });
  await patiently(work);
  const { verdicts, ...written } = await bring(work, batch, askedOf(batch, read));
  await keepLastVerdicts(work, batch, { sheets: read, verdicts });
  return finish(work, batch, written);
}

/** Rows that were confirmed after the others had come in are counted with them. */
async function finish(work: Writing, batch: Batch, { changes, beside = [] }: Omit<Brought, 'verdicts'>) {
  const made = changes.filter(({ before }) => before === null).length;
  const changed = changes.length - made;
  await saveBatch(work, batch, { state: 'done', done_at: work.now, made: batch.made + made, changed: batch.changed + changed });
  const own = { subjectId: batch.id, unitId: batch.unit_id, before: null, after: { made, changed } };
  return work.trail([own, ...changes, ...beside], { made, changed });
}

async function bringPersons(work: Writing, batch: Batch, asked: Of): Promise<Brought> {
  const plan = await planOfPersons(work, asked);
  refuseIncomplete({ ...plan.counts, ready: 1 }, batch.only_if_all);
  const changes: Changed[] = [];
  for (const verdict of plan.verdicts) {
    if (verdict.kind !== 'ready') continue;
    const change = await importPerson(work, verdict.draft);
    changes.push(change);
    await noteSource(work, batch, { draft: verdict.draft, recordId: change.subjectId, rest: remainderOfPerson(verdict.draft) });
  }
  return { changes, verdicts: plan.verdicts };
}

/** The rows that are ready; none at all while one is open and the batch is to come in whole. */
export function readyOf<Draft>(
  { counts, verdicts }: { readonly counts: VerdictCounts; readonly verdicts: readonly Verdict<Draft>[] },
  { only_if_all }: Batch,
): readonly Draft[] {
  refuseIncomplete({ ...counts, ready: 1 }, only_if_all);
  return verdicts.flatMap((verdict) => (verdict.kind === 'ready' ? [verdict.draft] : []));
}

type Noted = {
  readonly draft: { readonly source: { readonly sheet: string; readonly row: number } };
  readonly recordId: string;
  readonly rest: object;
};

/** Lineage, and whatever the row said that no table holds yet: nothing of the file is lost. */
export async function noteSource(work: Writing, batch: Batch, { draft, recordId, rest }: Noted): Promise<void> {
  const said = Object.values(rest).some((each) => each !== null && (!Array.isArray(each) || each.length > 0));
  await noteRecords(work, batch, [{ id: recordId, source: draft.source, words: said ? rest : undefined }]);
}

/** Without 职务 the 岗位 is what the person works as, and is kept there. */
const remainderOfPerson = ({ post, title, certificates, remark }: PersonDraft) => ({
  post: title === null ? null : post,
  certificates,
  remark,
});
