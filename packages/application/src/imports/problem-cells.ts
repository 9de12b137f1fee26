import type { ImportProblem, PersonField } from '@changming/domain/imports';

import { query, type Reading } from '../context.ts';
import { batchInScope } from './store.ts';

export type ProblemCell = {
  readonly sheet: string;
  readonly cell: string;
  readonly code: ImportProblem;
  readonly facts: Readonly<Record<string, string | number>>;
};

const personal: ReadonlySet<string> = new Set<PersonField>(['identity', 'phone', 'certificateNumber']);

/** Everything that people must answer or correct, by cell, and the columns whose numbers a copy of the file must not carry. */
export const listProblemCells = query({
  permission: 'imports.run',
  async run({ tx, scope }, { batchId }: { batchId: string }) {
    const batch = await batchInScope(tx, scope, batchId);
    const rows = await tx
      .selectFrom('import_rows')
      .select(['sheet', 'row', 'detail'])
      .where('batch_id', '=', batchId)
      .where('verdict', 'in', ['ask', 'wrong'])
      .orderBy('n')
      .execute();
    const cells = rows.flatMap(({ sheet, row, detail }) => {
      const { questions = [], problems = [] } = detail;
      return [...questions, ...problems].map(({ cell, code, facts }): ProblemCell => ({ sheet, cell: cell ?? `A${row}`, code, facts }));
    });
    const mask = (batch.mapping ?? []).flatMap(({ sheet, columns }) =>
      columns.flatMap(({ column, field }) => (field !== null && personal.has(field) ? [{ sheet, column }] : [])),
    );
    return { cells, mask, fileName: batch.file_name };
  },
});

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
