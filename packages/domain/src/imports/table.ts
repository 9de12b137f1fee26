import type { AnswerBook } from './answers.ts';
import type { Kind } from './fields.ts';
import { gridOf } from './header.ts';
import { fieldColumns, mapSheet, type SheetMapping } from './mapping.ts';
import { bandIn, isBandAbove, reasonToPass, repeatsHeader } from './pass-row.ts';
import type { SkipReason } from './problems.ts';
import { type Further, sectionsOf, type UnreadColumn } from './sections.ts';
import { addressOf, type CellComment, type Sheet, type SheetCell, type SheetRow } from './sheet.ts';
import type { NamesUnit, Sight } from './sight.ts';
import { isBlank, plain } from './text-keys.ts';
import type { Source } from './verdict.ts';

/** A row of data, seen through the fields of its table. */
export type TableRow<Name extends string> = {
  readonly source: Source;
  /** The cell of a field, as a person corrected it; a cell below the top of a vertical merge has the value of the top. */
  readonly cell: (field: Name) => SheetCell | null;
  /** The same, but null where only the merge gives a value. */
  readonly own: (field: Name) => SheetCell | null;
  /** `B7`; null when no column tells the field. */
  readonly address: (field: Name) => string | null;
  /** Whether a column that nobody reads is named much like the field: what it says of the row is not known. */
  readonly mayTell: (field: Name) => boolean;
  /** Text of the band above (a row that names the unit of all rows below it). */
  readonly band: string | null;
  /** Somebody struck words of the row out, or hid it. */
  readonly isStruck: boolean;
  readonly isHidden: boolean;
  /** What somebody wrote beside its cells. */
  readonly comments: readonly CellComment[];
};

export type Table<Name extends string> = {
  readonly mapping: SheetMapping<Name>;
  readonly rows: readonly TableRow<Name>[];
  /** Rows that are no data, each with the reason. */
  readonly passed: readonly { readonly source: Source; readonly reason: SkipReason }[];
  /** Texts of the rows above the header; a further table of a sheet has those of the first one behind its own. */
  readonly titles: readonly string[];
  /** Texts of the notes among and below the rows. */
  readonly notes: readonly string[];
  /** Of a further table on a sheet: whether its columns are all understood. */
  readonly further?: Further;
};

/**
 * The tables of a sheet, each below a header of its own, the upper one first; the one whose header names most is the one a person sees and
 * puts right. Every row of the sheet is in one of them. Above the header of a further table a line that names a unit (`namesUnit`) is a
 * band, for the rows below that header; above the first one it is a title, as it is of the whole sheet.
 */
export function tablesOf<Name extends string>(
  sheet: Sheet,
  kind: Kind<Name>,
  book: AnswerBook,
  namesUnit: NamesUnit,
): readonly Table<Name>[] {
  const grid = gridOf(sheet);
  const mapping = mapSheet(sheet, grid, kind, book);
  const sight = { grid, mapping, columns: fieldColumns(mapping.columns), kind, book, namesUnit, isFurther: false };
  const isSaid = book.header(sheet.name) !== null;
  const sections =
    mapping.status === 'read' ? sectionsOf({ grid, mapping, kind, book, isSaid, repeats: (row) => repeatsHeader(row, sight) }) : [];
  if (sections.length < 2) return [tableIn(sheet.rows, sight)];
  const tables = sections.map(({ from, mapping: own, further }, at): Table<Name> => {
    const to = sections[at + 1]?.from ?? Number.POSITIVE_INFINITY;
    const rows = sheet.rows.filter(({ number }) => number >= from && number < to);
    const ofTable = { ...sight, mapping: own, columns: fieldColumns(own.columns) };
    const table = tableIn(rows, { ...ofTable, isFurther: at > 0 });
    if (further === null) return table;
    const data = new Set(table.rows.map(({ source }) => source.row));
    return { ...table, further: { ...further, unread: further.unread.filter((column) => isFilled(column, data, rows)) } };
  });
  const [first] = tables;
  return tables.map((table) => (table === first ? table : { ...table, titles: [...table.titles, ...(first?.titles ?? [])] }));
}

/** A column without a word in any row says nothing that could be lost. */
function isFilled({ at }: UnreadColumn, data: ReadonlySet<number>, all: readonly SheetRow[]): boolean {
  return all.some(({ number, cells }) => data.has(number) && cells.some(({ column, text }) => column === at && !isBlank(text)));
}

/** Every row of the sheet is in `rows` or in `passed`, and in only one of them. Without `namesUnit` only a line across the table is a band. */
export function tableOf<Name extends string>(
  sheet: Sheet,
  kind: Kind<Name>,
  book: AnswerBook,
  namesUnit: NamesUnit = () => false,
): Table<Name> {
  const grid = gridOf(sheet);
  const mapping = mapSheet(sheet, grid, kind, book);
  return tableIn(sheet.rows, { grid, mapping, columns: fieldColumns(mapping.columns), kind, book, namesUnit, isFurther: false });
}

function tableIn<Name extends string>(all: readonly SheetRow[], sight: Sight<Name>): Table<Name> {
  const { mapping } = sight;
  const rows: TableRow<Name>[] = [];
  const passed: { readonly source: Source; readonly reason: SkipReason }[] = [];
  const notes: string[] = [];
  let band: string | null = null;
  for (const row of all) {
    const source = { sheet: mapping.sheet, row: row.number };
    const reason = reasonToPass(row, sight);
    if (reason === 'band') band = bandIn(row);
    if (reason === 'note') notes.push(...textsOf(row));
    if (reason === null) rows.push(rowOf(row, sight, band));
    else passed.push({ source, reason });
  }
  const isTitle = (row: SheetRow) => row.number < (mapping.header?.first ?? 0) && !isBandAbove(row, sight);
  return { mapping, rows, passed, titles: all.filter(isTitle).flatMap(textsOf), notes };
}

function textsOf({ cells }: SheetRow): readonly string[] {
  return cells.map(({ text }) => plain(text));
}

const noComments: readonly CellComment[] = [];

function rowOf<Name extends string>(row: SheetRow, sight: Sight<Name>, band: string | null): TableRow<Name> {
  const { columns, mapping } = sight;
  const source = { sheet: mapping.sheet, row: row.number };
  // Every field is asked for many times: a cell is looked for once.
  const seen: (SheetCell | null)[] = [];
  return {
    source,
    band,
    isStruck: row.struck === true,
    isHidden: row.hidden === true,
    comments: row.comments ?? noComments,
    own(field) {
      const column = columns.get(field);
      return column === undefined ? null : corrected(sight, source.row, column);
    },
    cell(field) {
      const column = columns.get(field);
      if (column === undefined) return null;
      const known = seen[column];
      if (known !== undefined) return known;
      const cell = corrected(sight, source.row, column) ?? fromMerge(sight, source.row, column);
      seen[column] = cell;
      return cell;
    },
    address: (field) => {
      const column = columns.get(field);
      return column === undefined ? null : addressOf(source.row, column);
    },
    mayTell: (field) => mapping.columns.some(({ proposed }) => proposed === field),
  };
}

function corrected<Name extends string>({ grid, book, mapping }: Sight<Name>, row: number, column: number): SheetCell | null {
  const said = book.cell(mapping.sheet, addressOf(row, column))?.text;
  if (said !== undefined) return isBlank(said) ? null : { column, text: said, kind: 'text' };
  const cell = grid.cell(row, column);
  return cell === null || isBlank(cell.text) ? null : cell;
}

/** The top of a merge that runs down one column. A merge across columns is layout and gives no value to the cells it covers. */
function fromMerge<Name extends string>(sight: Sight<Name>, row: number, column: number): SheetCell | null {
  const merge = sight.grid.covers(row, column);
  if (merge === null || merge.left !== merge.right || merge.top === row) return null;
  return merge.top > (sight.mapping.header?.last ?? 0) ? corrected(sight, merge.top, column) : null;
}
