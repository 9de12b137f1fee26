import { countVerdicts, type Sheet, type Verdict } from '@changming/domain/imports';
import { sql } from 'kysely';

import type { Writing } from '../context.ts';
import { inTurn, partsOf } from '../in-turn.ts';
import { rowsAsTable } from '../rows-as-table.ts';
import { type Draft, titleOf } from './plan.ts';
import { inOrderOf } from './shown-sheets.ts';
import type { Batch } from './store.ts';

type Kept = {
  n: number;
  sheet: string;
  row: number;
  verdict: Verdict<never>['kind'];
  title: string | null;
  detail: object;
};

type Judged = { readonly sheets: readonly Sheet[]; readonly verdicts: readonly Verdict<Draft>[] };

/** Keeps what was judged of every row, in the order of the file, instead of whatever was kept before. */
export async function keepVerdicts({ tx }: Writing, batch: Batch, { sheets, verdicts }: Judged): Promise<void> {
  await tx.deleteFrom('import_rows').where('batch_id', '=', batch.id).execute();
  const rows = inOrderOf(sheets, verdicts).map((verdict, n): Kept => {
    const { sheet, row } = verdict.source;
    const title = verdict.kind === 'ready' ? titleOf(verdict.draft) : null;
    return { n, sheet, row, verdict: verdict.kind, title, detail: detailOf(verdict) };
  });
  await inTurn(partsOf(rows, 5000), (some) => insertRows(tx, batch.id, some));
}

const rowColumns = { n: 'integer', sheet: 'text', row: 'integer', verdict: 'text', title: 'text', detail: 'jsonb' } as const;

async function insertRows(tx: Writing['tx'], batchId: string, rows: readonly Kept[]): Promise<void> {
  await sql`
    insert into import_rows (batch_id, n, sheet, row, verdict, title, detail)
    select ${batchId}::uuid, n, sheet, "row", verdict, title, detail
    from ${rowsAsTable('kept', rowColumns, rows)}`.execute(tx);
}

function detailOf(verdict: Verdict<unknown>): object {
  const { warnings } = verdict;
  const noted = warnings === undefined ? {} : { warnings };
  if (verdict.kind === 'ready') return noted;
  if (verdict.kind === 'ask') return { questions: verdict.questions, ...noted };
  if (verdict.kind === 'wrong') return { problems: verdict.problems, ...noted };
  return { reason: verdict.reason, sameAs: verdict.sameAs, ...noted };
}

/**
 * The same for a batch that comes in: rows that were ready when people looked, and are no longer, say so and at which cell. They are left
 * out; the others come in. What was judged last is always kept: as many rows may be ready as before, and yet other ones.
 */
export async function keepLastVerdicts(work: Writing, batch: Batch, judged: Judged): Promise<void> {
  await keepVerdicts(work, batch, judged);
  await work.tx
    .updateTable('import_batches')
    .set({ counts: JSON.stringify(countVerdicts(judged.verdicts)) })
    .where('id', '=', batch.id)
    .execute();
}
