import type { ImportFailure, Remembered, Sheet, VerdictCounts } from '@changming/domain/imports';
import { id, refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { z } from 'zod';

import { type Caller, type Changed, command, type Writing } from '../context.ts';
import { foldAlong, noteAliases, noteKeptTellings, settleHazards } from '../hazards/index.ts';
import { importHazards } from './import-hazards.ts';
import { forgetLedger, keepLedger, ledgerHolds, partsLeft, rememberedOf, takePart } from './kept-ledger.ts';
import { keepVerdicts } from './kept-verdicts.ts';
import { judgedLedger } from './plan-ledger.ts';
import { askedOf, type Batch, batchIn, patiently, saveBatch } from './store.ts';

type Ordered = { readonly batchId: string; readonly sheets?: readonly Sheet[] };

/** As many parts as come in at the same time. */
const abreast = 2;

/**
 * 期初台账: hazards of the time before the go-live, at the stage their ledger tells. The one way to a stage that takes no step, so it has a
 * permission of its own. What was judged of the file comes in as it was kept, part by part: whoever reads hazards meanwhile does not wait,
 * and whoever is cut off goes on with the parts that are left. Where other units, persons or hazards have come in since it was judged, the
 * sheets are wanted, to be judged again: without them nothing is done and `stale` is answered. One that is to come in whole and of which a
 * row is asked about by then goes back to whoever answers.
 */
export async function runHazardsImport(caller: Caller, { batchId, sheets }: Ordered) {
  const begun = await beginLedger(caller, sheets === undefined ? { batchId } : { batchId, sheets });
  if (begun.parts === null) return { made: 0, changed: 0, stale: begun.stale };
  await bringAll(caller, batchId, [...begun.parts]);
  return { ...(await endLedger(caller, { batchId })), stale: begun.stale };
}

/** Two hands take from one pile. When one fails the other finishes what it holds and takes no more, and the failure is told then. */
async function bringAll(caller: Caller, batchId: string, left: number[]): Promise<void> {
  let brought = 0;
  const bring = async (part: number) => {
    await bringPart(caller, { batchId, part });
    brought += 1;
    await settle(caller, brought);
  };
  const takeTurns = async () => {
    for (let part = left.shift(); part !== undefined; part = left.shift())
      await bring(part).catch((error: unknown) => {
        left.length = 0;
        throw error;
      });
  };
  const hands = await Promise.allSettled(Array.from({ length: abreast }, takeTurns));
  for (const hand of hands) if (hand.status === 'rejected') throw hand.reason;
}

/** Lists stay quick while the table grows: each time there are twice as many the server looks again. */
async function settle(caller: Caller, brought: number): Promise<void> {
  if (Number.isInteger(Math.log2(brought))) await settleHazards(caller, {});
}

const begin = z.strictObject({ batchId: id, sheets: z.custom<readonly Sheet[]>((given) => Array.isArray(given)).optional() });

type Begun = {
  readonly stale: boolean;
  /** Those that are left; null where nothing is to come in now. */
  readonly parts: readonly number[] | null;
};
const stale: Begun = { stale: true, parts: null };
const stopped: Begun = { stale: false, parts: null };

/** Makes sure that what was judged still holds, and that no other ledger comes in beside this one. Begun once, it is gone on with. */
const beginLedger = command({
  permission: 'hazards.import',
  input: begin,
  async run(work, { batchId, sheets }) {
    const batch = await batchIn(work.tx, work.scope, { id: batchId, states: ['running'] });
    await patiently(work);
    if (batch.begun_at === null) {
      await refuseBeside(work, batch);
      if (sheets === undefined && !(await ledgerHolds(work, batch))) return work.trail([], stale);
      const counts = sheets === undefined ? null : await judgeAgain(work, batch, sheets);
      if (counts !== null && isHalfAnswered(batch, counts)) return askAgain(work, batch, counts);
      await saveBatch(work, batch, { begun_at: work.now, failure: null, ...(counts !== null && { counts: JSON.stringify(counts) }) });
    }
    return work.trail<Begun>([], { stale: false, parts: await partsLeft(work, batch) });
  },
});

async function refuseBeside({ tx }: Writing, batch: Batch): Promise<void> {
  const { rows } = await sql<{ busy: boolean }>`select house.ledger_under_way(${batch.id}::uuid) as busy`.execute(tx);
  if (rows[0]?.busy === true) refuse('conflict', 'imports.ledger_under_way');
}

/** What was judged last is what people see: rows that were ready and are asked about now say so. */
async function judgeAgain(work: Writing, batch: Batch, sheets: readonly Sheet[]): Promise<VerdictCounts> {
  const judged = await judgedLedger(work, askedOf(batch, sheets));
  await keepLedger(work, batch, judged);
  await keepVerdicts(work, batch, { sheets, verdicts: judged.plan.verdicts });
  return judged.plan.counts;
}

function isHalfAnswered({ only_if_all }: Batch, { ask, wrong }: VerdictCounts): boolean {
  return only_if_all && ask + wrong > 0;
}

/** Back to whoever answers: nothing has come in, and the rows that are asked about say so. */
async function askAgain(work: Writing, batch: Batch, counts: VerdictCounts) {
  const failure: ImportFailure = { code: 'imports.rows_asked_again', facts: { open: counts.ask + counts.wrong } };
  const judged = { state: 'planned', planned_at: work.now, counts: JSON.stringify(counts) } as const;
  await saveBatch(work, batch, { ...judged, failure: JSON.stringify(failure) });
  const told = { subjectId: batch.id, unitId: batch.unit_id, before: null, after: { failure: failure.code } };
  return work.trail(told, stopped);
}

/** One part, in a transaction of its own; one that has come in already is not there any more. */
const bringPart = command({
  permission: 'hazards.import',
  input: z.strictObject({ batchId: id, part: z.int().positive() }),
  async run(work, { batchId, part }) {
    const batch = await batchIn(work.tx, work.scope, { id: batchId, states: ['running'] });
    await patiently(work);
    const changes = await importHazards(work, batch, await takePart(work, batch, part));
    const made = changes.filter(({ before }) => before === null).length;
    await foldAlong(work);
    await countIn(work, batch, { made, changed: changes.length - made });
    return work.trail(changes, null);
  },
});

type Brought = { readonly made: number; readonly changed: number };

/** Last in its transaction, since the part beside it waits for the row. */
async function countIn({ tx, now }: Writing, { id: batchId }: Batch, { made, changed }: Brought): Promise<void> {
  await tx
    .updateTable('import_batches')
    .set((eb) => ({ made: eb('made', '+', made), changed: eb('changed', '+', changed), state_since: now }))
    .where('id', '=', batchId)
    .execute();
}

const endLedger = command({
  permission: 'hazards.import',
  input: z.strictObject({ batchId: id }),
  async run(work, { batchId }) {
    const batch = await batchIn(work.tx, work.scope, { id: batchId, states: ['running'] });
    if ((await partsLeft(work, batch)).length > 0) refuse('conflict', 'imports.wrong_state', { state: batch.state });
    const remembered = await noteRemembered(work, batch);
    await forgetLedger(work, batch);
    await saveBatch(work, batch, { state: 'done', done_at: work.now });
    const done = { made: batch.made, changed: batch.changed };
    const own = { subjectId: batch.id, unitId: batch.unit_id, before: null, after: done };
    return work.trail([own, ...remembered], done);
  },
});

/** What people said of its rows, for the ledgers to come. */
async function noteRemembered(work: Writing, batch: Batch): Promise<Changed[]> {
  const ledger = { batchId: batch.id, fileHash: batch.file_hash ?? '', fileName: batch.file_name };
  const remembered = await rememberedOf(work, batch);
  const called = remembered.flatMap((each) => (each.kind === 'kept' ? [] : [each]));
  const kept = remembered.flatMap((each) => (each.kind === 'kept' ? [keptTelling(each)] : []));
  return [...(await noteAliases(work, ledger, called)), ...(await noteKeptTellings(work, ledger, kept))];
}

/** Where the ledger is silent nothing was kept against it. */
function keptTelling({ hazard, source, beside }: Extract<Remembered, { kind: 'kept' }>) {
  const told = beside.flatMap(({ field, theirs }) => (theirs === null ? [] : [{ field, value: theirs }]));
  return { hazardId: hazard.id, source, told };
}
