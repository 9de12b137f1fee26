import { withoutLongNumbers } from './long-numbers.ts';
import { columnName, type Sheet, type SheetCell } from './sheet.ts';
import { plain } from './text-keys.ts';

/** A row of a sheet as a person is shown it. */
export type PreviewRow = { readonly row: number; readonly cells: readonly { readonly column: string; readonly text: string }[] };

const mostRows = 12;
const mostColumns = 40;
const longest = 30;

/** The first rows of a sheet, for a person to point at the header. Numbers as long as a phone's are masked but for their last two. */
export function previewOf({ rows }: Sheet): readonly PreviewRow[] {
  return rows.slice(0, mostRows).map(({ number, cells }) => ({
    row: number,
    cells: cells.slice(0, mostColumns).map((cell) => ({ column: columnName(cell.column), text: shown(cell) })),
  }));
}

const isDay = /^\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?$/u;

function shown({ text, kind }: SheetCell): string {
  const words = plain(text).replace(/\s+/gu, ' ');
  if (kind === 'date' || isDay.test(words)) return words;
  return withoutLongNumbers(words, 2).slice(0, longest);
}
