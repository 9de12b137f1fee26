import type { AnswerBook } from '../answers.ts';
import { fitOf } from '../fields.ts';
import type { Sheet, SheetRow } from '../sheet.ts';
import { matchKey } from '../text-keys.ts';
import { titleWords } from './title-words.ts';
import { trainingKind } from './training-fields.ts';

/** A form, and its columns of people: each column as a sheet of its own, with the addresses that it has on paper. */
export type Form = { readonly titles: readonly SheetRow[]; readonly columns: readonly Sheet[] };

/** The forms of a sheet, one below the other. A sheet without a header of people is one form with one column. */
export function formsOf(sheet: Sheet, book: Pick<AnswerBook, 'header'>): readonly Form[] {
  const said = book.header(sheet.name);
  const isHeader = (row: SheetRow) => (said === null ? isHeaderOfPeople(row) : row.number === said.first);
  return partsOf(sheet.rows, isHeader).map((rows) => {
    const at = rows.findIndex(isHeader);
    const header = rows[at];
    const starts = header === undefined ? [1] : startsOf(header);
    return { titles: rows.slice(0, Math.max(0, at)), columns: starts.map((from, n) => columnOf(sheet, rows, [from, starts[n + 1]])) };
  });
}

/** A new form begins at a title that stands below a header of people. */
function partsOf(rows: readonly SheetRow[], isHeader: (row: SheetRow) => boolean): readonly (readonly SheetRow[])[] {
  const parts: SheetRow[][] = [[]];
  let hasHeader = false;
  for (const row of rows) {
    if (hasHeader && beginsForm(row)) {
      parts.push([]);
      hasHeader = false;
    }
    hasHeader ||= isHeader(row);
    parts.at(-1)?.push(row);
  }
  return parts;
}

function beginsForm({ number, cells }: SheetRow): boolean {
  return titleWords([{ number, cells }]).has('title');
}

function fieldOf(text: string) {
  const label = { column: 1, parts: [text] };
  return text.length > 30 ? null : (trainingKind.fields.find((field) => fitOf(label, field) === 'exact')?.name ?? null);
}

function isHeaderOfPeople({ cells }: SheetRow): boolean {
  const found = new Set(cells.map(({ text }) => fieldOf(text)));
  return trainingKind.suffices(new Set([...found].flatMap((field) => (field === null ? [] : [field]))));
}

/** Where each column of people begins: at a label that the column before has already. The first takes all that stands left of it. */
function startsOf({ cells }: SheetRow): readonly number[] {
  const starts = [1];
  let seen = new Set<string>();
  for (const { column, text } of cells) {
    const key = matchKey(text);
    if (seen.has(key)) {
      starts.push(column);
      seen = new Set();
    }
    seen.add(key);
  }
  return starts;
}

function columnOf(sheet: Sheet, rows: readonly SheetRow[], [from, until = Infinity]: readonly [number, number | undefined]): Sheet {
  const own = rows.map((row) => ({ ...row, cells: row.cells.filter(({ column }) => column >= from && column < until) }));
  return { ...sheet, rows: own.filter(({ cells }) => cells.length > 0) };
}
