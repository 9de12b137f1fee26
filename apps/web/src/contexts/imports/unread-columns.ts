import type { ImportDetail, ImportSheet } from './queries.ts';

type Columns = Pick<ImportSheet, 'sheet' | 'status' | 'columns'>;
type Answered = Pick<ImportDetail['answers'], 'columns'>;

/** The columns of a sheet that nobody reads and nobody has left out either: what stands in them would be lost. None of a sheet left aside. */
export function unreadOf({ sheet, status, columns }: Columns, { columns: said }: Answered): ImportSheet['columns'] {
  if (status !== 'read') return [];
  const answered = new Set(said.filter((each) => each.sheet === sheet).map(({ column }) => column));
  return columns.filter(({ column, field }) => field === null && !answered.has(column));
}
