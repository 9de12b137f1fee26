import { columnKey } from './draft/draft.ts';
import type { ImportDetail, ImportSheet } from './queries.ts';

type Columns = Pick<ImportSheet, 'sheet' | 'status' | 'columns' | 'further'>;
type Answered = Pick<ImportDetail['answers'], 'columns'>;

/** The columns of a sheet that nobody reads and nobody has left out either: what stands in them would be lost. None of a sheet left aside. */
export function unreadOf({ sheet, status, columns, further = [] }: Columns, { columns: said }: Answered): ImportSheet['columns'] {
  if (status !== 'read') return [];
  const answered = new Set(said.filter((each) => each.sheet === sheet).map(({ column, header = null }) => columnKey(column, header)));
  const tables = [{ header: null, columns }, ...further];
  return tables.flatMap(({ header, columns: own }) =>
    own.filter(({ column, field }) => field === null && !answered.has(columnKey(column, header?.first ?? null))),
  );
}
