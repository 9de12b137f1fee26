import { toPage, within } from '@changming/database';
import type { Verdict } from '@changming/domain/imports';

import { query } from '../context.ts';
import { allAwaited, awaitedOf } from './confirmations.ts';
import { hasProblemCells } from './problem-cells.ts';
import { batchInScope } from './store.ts';

type Listed = { readonly awaiting?: boolean | undefined; readonly after?: readonly [string, string] | undefined; readonly limit: number };

/** States in which rows may be confirmed. */
const open = ['planned', 'done'] as const;

/** 导入批次, newest first; with `awaiting` those alone in which rows wait for the caller to confirm them. */
export const listImports = query({
  permission: 'imports.read',
  async run(reading, { awaiting, after, limit }: Listed) {
    const { tx, scope } = reading;
    const waiting = awaitedOf(reading);
    const rows = await tx
      .selectFrom('import_batches as b')
      .innerJoin('units as u', 'u.id', 'b.unit_id')
      .leftJoin('persons as p', 'p.id', 'b.person_id')
      .select([
        'b.id',
        'b.kind',
        'b.file_name as fileName',
        'b.state',
        'b.counts',
        'b.made',
        'b.changed',
        'b.created_at as createdAt',
        'u.name as unit',
        'p.name as by',
      ])
      .select(waiting.as('awaiting'))
      .where((eb) => within(eb.ref('b.unit_pos'), scope))
      .$if(awaiting === true, (each) => each.where('b.awaiting', 'is not', null).where('b.state', 'in', open).where(waiting, '>', 0))
      .$if(after !== undefined, (each) =>
        each.where((eb) => eb(eb.refTuple('b.created_at', 'b.id'), '<', eb.tuple(new Date(after?.[0] ?? 0), after?.[1] ?? ''))),
      )
      .orderBy('b.created_at', 'desc')
      .orderBy('b.id', 'desc')
      .limit(limit + 1)
      .execute();
    return toPage(
      rows,
      limit,
      (row) => `${row.createdAt.toISOString()}~${row.id}`,
      (row) => row,
    );
  },
});

/** One batch: its state, its counts, how its columns were understood, what has been answered. */
export const readImport = query({
  permission: 'imports.read',
  async run({ tx, scope }, { batchId }: { batchId: string }) {
    const batch = await batchInScope(tx, scope, batchId);
    const again = await tx
      .selectFrom('import_batches')
      .select(['id', 'done_at as doneAt'])
      .where('file_hash', '=', batch.file_hash)
      .where('kind', '=', batch.kind)
      .where('done_at', 'is not', null)
      .where('id', '<>', batchId)
      .orderBy('done_at', 'desc')
      .executeTakeFirst();
    const unit = await tx.selectFrom('units').select('name').where('id', '=', batch.unit_id).executeTakeFirst();
    const { id, kind, state, failure, answers, counts, mapping, made, changed } = batch;
    return {
      id,
      kind,
      state,
      failure,
      answers,
      counts,
      mapping,
      made,
      changed,
      unitId: batch.unit_id,
      unit: unit?.name ?? '',
      fileName: batch.file_name,
      effectiveOn: batch.effective_on,
      opening: batch.opening,
      awaiting: allAwaited(batch.awaiting),
      createdAt: batch.created_at,
      plannedAt: batch.planned_at,
      doneAt: batch.done_at,
      sameFileDone: again ?? null,
      marked: state === 'planned' && (await hasProblemCells(tx, batchId)),
    };
  },
});

type Rows = {
  readonly batchId: string;
  readonly verdict?: Verdict<never>['kind'] | undefined;
  readonly after?: readonly [number] | undefined;
  readonly limit: number;
};

/** The verdicts of a batch, in the order of the file. */
export const listImportRows = query({
  permission: 'imports.read',
  async run({ tx, scope }, { batchId, verdict, after, limit }: Rows) {
    await batchInScope(tx, scope, batchId);
    const rows = await tx
      .selectFrom('import_rows')
      .select(['n', 'sheet', 'row', 'verdict', 'title', 'detail'])
      .where('batch_id', '=', batchId)
      .$if(verdict !== undefined, (each) => each.where('verdict', '=', verdict ?? 'ready'))
      .$if(after !== undefined, (each) => each.where('n', '>', after?.[0] ?? -1))
      .orderBy('n')
      .limit(limit + 1)
      .execute();
    return toPage(
      rows,
      limit,
      (row) => String(row.n),
      (row) => row,
    );
  },
});
