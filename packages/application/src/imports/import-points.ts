import { type PointDraft, type PointsPlan, rowKey, type Verdict } from '@changming/domain/imports';
import { refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';

import { command, type Writing } from '../context.ts';
import { enterPoints, type LedgerPoint } from '../points/index.ts';
import { ledgerDays } from './days-of-points.ts';
import { noteRecords } from './note-records.ts';
import type { Of } from './plan.ts';
import { planOfPoints } from './plan-points.ts';
import { type Brought, ordered, readyOf, runBatch } from './run-import.ts';
import type { Batch } from './store.ts';

/** 点位台账: points with their keepers. Whoever may set a point up by hand may bring a table of them in. */
export const runPointsImport = command({
  permission: 'points.edit',
  name: 'points.import',
  input: ordered,
  run: (work, given) => runBatch(work, given, bringPoints),
});

/**
 * The rows that are ready, judged anew: whose code has gone to another point since people looked, or whose keeper the gates keep out by now,
 * is left out with the question at its cell, and the others come in.
 */
async function bringPoints(work: Writing, batch: Batch, asked: Of): Promise<Brought> {
  // One table at a time: a second one is judged against what the first has brought.
  await sql`select pg_advisory_xact_lock(hashtext('points.import'))`.execute(work.tx);
  const plan = await planOfPoints(work, asked);
  const told = readyOf(plan, batch).map((draft) => ({ draft, point: ledgerPoint(work, draft, batch) }));
  const { changes, taken } = await enterPoints(
    work,
    told.map(({ point }) => point),
  );
  const brought = told.filter(({ point }) => !taken.has(point.id));
  await noteRecords(
    work,
    batch,
    // Every cell as it is written: what no table holds is not lost.
    brought.map(({ draft: { source, words }, point: { id } }) => ({ id, source, words })),
  );
  const lost = told.filter(({ point }) => taken.has(point.id)).map(({ draft }) => rowKey(draft.source));
  if (lost.length > 0 && batch.only_if_all) refuse('conflict', 'imports.rows_open', { open: lost.length });
  return { changes, verdicts: await lastVerdicts(work, asked, { plan, lost }) };
}

type Last = { readonly plan: PointsPlan; readonly lost: readonly string[] };

/** Rows whose code went to another while the others were written are judged once more, against what has it now. */
async function lastVerdicts(work: Writing, asked: Of, { plan, lost }: Last): Promise<readonly Verdict<PointDraft>[]> {
  if (lost.length === 0) return plan.verdicts;
  const again = await planOfPoints(work, asked);
  const stale = new Set(lost);
  const anew = again.verdicts.flatMap((verdict) => (stale.has(rowKey(verdict.source)) ? [[rowKey(verdict.source), verdict] as const] : []));
  const verdicts = new Map(anew);
  return plan.verdicts.map((verdict) => verdicts.get(rowKey(verdict.source)) ?? verdict);
}

function ledgerPoint({ today, newId }: Writing, draft: PointDraft, batch: Batch): LedgerPoint {
  const { unitId, name, code, keeperId, key, closedOn, ownNo, place, remark, existingId } = draft;
  return {
    id: existingId ?? newId(),
    isKnown: existingId !== null,
    unitId,
    name,
    code,
    keeperId,
    key,
    closedOn,
    ownNo,
    place,
    remark,
    ...ledgerDays(draft, { effectiveOn: batch.effective_on, opening: batch.opening, today }),
    kind: draft.isKindTold || existingId === null ? draft.kind : null,
    keyReason: draft.keyReason ?? batch.file_name.replace(/\.xlsx$/iu, '').slice(0, 200),
    origin: batch.opening ? 'opening' : 'recorded',
  };
}
