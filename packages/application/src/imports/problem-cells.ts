import type { Tx } from '@changming/database';
import type { Candidate, ImportProblem, PersonField } from '@changming/domain/imports';

import { sql } from 'kysely';

import { query, type Reading } from '../context.ts';
import { batchInScope } from './store.ts';

export type ProblemCell = {
  readonly sheet: string;
  readonly cell: string;
  readonly code: ImportProblem;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly candidates?: readonly Candidate[] | undefined;
};

const personal: ReadonlySet<string> = new Set<PersonField>(['identity', 'phone', 'certificateNumber']);

/** What was left empty of rows that go in, for somebody to complete. */
const leftOut: readonly ImportProblem[] = ['hired_on_left_out', 'dust_unassessed', 'leader_unsure', 'leader_unknown'];

/** Of rows that stay out a few have a word. */
const hasCells = sql<boolean>`(verdict in ('ask', 'wrong') or (verdict = 'skip' and ${isWarned([...leftOut, 'cell_comment'])})
  or (verdict = 'ready' and ${isWarned(leftOut)}))`;

function isWarned(codes: readonly ImportProblem[]) {
  return sql<boolean>`detail @? ${`$.warnings[*].code ? (${codes.map((code) => `@ == "${code}"`).join(' || ')})`}`;
}

/**
 * Everything that people must answer, correct or complete, by cell, with what is worth a word about rows that stay out, and the columns whose
 * numbers a copy of the file must not carry.
 */
export const listProblemCells = query({
  permission: 'imports.run',
  async run({ tx, scope }, { batchId }: { batchId: string }) {
    const batch = await batchInScope(tx, scope, batchId);
    const rows = await tx
      .selectFrom('import_rows')
      .select(['sheet', 'row', 'detail'])
      .where('batch_id', '=', batchId)
      .where(hasCells)
      .orderBy('n')
      .execute();
    const cells = rows.flatMap(({ sheet, row, detail }) => {
      const { questions = [], problems = [], warnings = [] } = detail;
      return [...questions, ...problems, ...warnings.filter(isMarked)].map(
        ({ cell, code, facts, candidates }): ProblemCell => ({ sheet, cell: cell ?? `A${row}`, code, facts, candidates }),
      );
    });
    const mask = (batch.mapping ?? []).flatMap(({ sheet, columns }) =>
      columns.flatMap(({ column, field }) => (field !== null && personal.has(field) ? [{ sheet, column }] : [])),
    );
    return { cells, mask, fileName: batch.file_name };
  },
});

/** Whether the workbook that marks them would mark anything. */
export async function hasProblemCells(tx: Tx, batchId: string): Promise<boolean> {
  const found = await tx.selectFrom('import_rows').select('n').where('batch_id', '=', batchId).where(hasCells).limit(1).executeTakeFirst();
  return found !== undefined;
}

/** What else is worth a word is listed on the page: nobody is to correct it, and it would hide what is to be. */
function isMarked({ code }: Pick<ProblemCell, 'code'>): boolean {
  return code === 'cell_comment' || leftOut.includes(code);
}

/** Paths of the units in scope, for the drop-down of a template. */
export const listUnitPaths = query({
  permission: 'imports.read',
  async run({ tx, scope }: Reading) {
    const rows = await tx
      .selectFrom('units')
      .select(['id', 'name', 'parent_id', 'lo'])
      .where('closed_on', 'is', null)
      .orderBy('lo')
      .limit(5000)
      .execute();
    const paths = new Map<string, string>();
    for (const { id, name, parent_id } of rows)
      paths.set(id, [paths.get(parent_id ?? ''), name].filter((each) => each !== undefined).join('/'));
    return rows.filter(({ lo }) => scope.some((range) => range.lo <= lo && lo <= range.hi)).map(({ id }) => paths.get(id) ?? '');
  },
});
