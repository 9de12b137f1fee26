import type { AnswerBook } from './answers.ts';
import type { Kind } from './fields.ts';
import { type Grid, gridOf } from './header.ts';
import { fieldColumns, mapSheet, type SheetMapping } from './mapping.ts';
import type { SkipReason } from './problems.ts';
import { type Further, sectionsOf, type UnreadColumn } from './sections.ts';
import { addressOf, columnNumber, type Sheet, type SheetCell, type SheetRow } from './sheet.ts';
import { isBlank, matchKey, plain } from './text-keys.ts';
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
  /** Of a further table on a sheet: whether its columns are all understood. Nobody is shown them, so nobody can put them right. */
  readonly further?: Further;
};

/**
 * The tables of a sheet, each below a header of its own, the upper one first; the one whose header names most is the one a person sees and
 * puts right. Every row of the sheet is in one of them.
 */
export function tablesOf<Name extends string>(sheet: Sheet, kind: Kind<Name>, book: AnswerBook): readonly Table<Name>[] {
  const grid = gridOf(sheet);
  const mapping = mapSheet(sheet, grid, kind, book);
  const sight = { grid, mapping, columns: fieldColumns(mapping.columns), kind, book };
  const isSaid = book.header(sheet.name) !== null;
  const sections =
    mapping.status === 'read' ? sectionsOf({ grid, mapping, kind, isSaid, repeats: (row) => repeatsHeader(row, sight) }) : [];
  if (sections.length < 2) return [tableIn(sheet.rows, sight)];
  const tables = sections.map(({ from, mapping: own, further }, at): Table<Name> => {
    const to = sections[at + 1]?.from ?? Number.POSITIVE_INFINITY;
    const rows = sheet.rows.filter(({ number }) => number >= from && number < to);
    const table = tableIn(rows, { ...sight, mapping: own, columns: fieldColumns(own.columns) });
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

/** Every row of the sheet is in `rows` or in `passed`, and in only one of them. */
export function tableOf<Name extends string>(sheet: Sheet, kind: Kind<Name>, book: AnswerBook): Table<Name> {
  const grid = gridOf(sheet);
  const mapping = mapSheet(sheet, grid, kind, book);
  return tableIn(sheet.rows, { grid, mapping, columns: fieldColumns(mapping.columns), kind, book });
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
  const above = mapping.header?.first ?? 0;
  return { mapping, rows, passed, titles: all.filter(({ number }) => number < above).flatMap(textsOf), notes };
}

function textsOf({ cells }: SheetRow): readonly string[] {
  return cells.map(({ text }) => plain(text));
}

/** ① becomes a 1 that would belong to the name: it goes before. */
function bandIn({ cells: [cell] }: SheetRow): string {
  return plain((cell?.text ?? '').replace(/^\s*[\u2460-\u249b]\s*/u, ''));
}

type Sight<Name extends string> = {
  readonly grid: Grid;
  readonly mapping: SheetMapping<Name>;
  readonly columns: ReadonlyMap<Name, number>;
  readonly kind: Kind<Name>;
  readonly book: AnswerBook;
};

const unreadReasons = { hidden: 'sheet_hidden', skipped: 'said_to_skip', unrecognised: 'sheet_unrecognised' } as const;

function reasonToPass<Name extends string>(row: SheetRow, sight: Sight<Name>): SkipReason | null {
  const { mapping, book } = sight;
  if (mapping.status !== 'read') return unreadReasons[mapping.status];
  if (mapping.header !== null && row.number < mapping.header.first) return 'title';
  if (mapping.header !== null && row.number <= mapping.header.last) return 'header';
  if (book.row(mapping.sheet, row.number) === 'skip') return 'said_to_skip';
  return repeatsHeader(row, sight) ? 'header' : reasonOfContent(row, sight);
}

/** A header printed again on every page: most of its cells repeat the labels of their columns. */
function repeatsHeader<Name extends string>(row: SheetRow, { mapping }: Sight<Name>): boolean {
  const labels = labelKeys(mapping);
  const repeats = ({ column, text }: SheetCell) => text.length <= longestLabel && labels.get(column)?.includes(matchKey(text)) === true;
  let repeated = 0;
  let others = 0;
  for (const cell of row.cells) {
    if (repeats(cell)) repeated += 1;
    else others += 1;
    // Once half of them say something else no more need be looked at: that is so of nearly every row.
    if (others * 2 >= row.cells.length) return false;
  }
  return repeated >= 2;
}

const longestLabel = 60;
const keysMade = new WeakMap<object, ReadonlyMap<number, readonly string[]>>();

/** The keys of a sheet's labels by column, made once for all of its rows. */
function labelKeys({ columns }: SheetMapping<string>): ReadonlyMap<number, readonly string[]> {
  const known = keysMade.get(columns);
  if (known !== undefined) return known;
  const keys = new Map(columns.map(({ column, label }) => [columnNumber(column) ?? 0, label.split(' / ').map(matchKey)]));
  keysMade.set(columns, keys);
  return keys;
}

const subtotal = /^(合计|小计|总计|共计|累计|本页合计|本页小计|总人数)/u;
const note =
  /^(注|备注|说明|填表说明|填报说明|填表人|填报人|制表人|制表|审核人|审核|单位负责人|填报单位|填表单位|填报日期|应到|实到|记录人)($|[:：、\d])/u;

function reasonOfContent<Name extends string>(row: SheetRow, sight: Sight<Name>): SkipReason | null {
  const cells = row.cells.filter(({ text }) => !isBlank(text));
  if (cells.every(({ column }) => isNumbering(column, sight)) && !isWord(cells[0])) return 'numbering_only';
  if (isTotal(cells, sight)) return 'subtotal';
  if (isExample(cells[0]) || cells.every(({ text }) => note.test(plain(text)))) return 'note';
  return isBand(cells, row, sight) ? 'band' : null;
}

/** The example row of a template, when it was left standing. */
function isExample(cell: SheetCell | undefined): boolean {
  return /^(示例|例|example)$/iu.test(matchKey(cell?.text ?? ''));
}

/** Words in the column that numbers the rows are no number: a total or a note stands there. */
function isWord(cell: SheetCell | undefined): boolean {
  return cell?.kind === 'text' && /^[^\d]|\p{Script=Han}{2}/u.test(plain(cell.text));
}

/** A total holds words and numbers only in the cells it adds up; 合计 in the place of a name is a total whatever follows. */
function isTotal<Name extends string>(cells: readonly SheetCell[], { columns }: Sight<Name>): boolean {
  const first = matchKey(cells[0]?.text ?? '');
  const texts = cells.slice(1).filter(({ kind }) => kind === 'text');
  return subtotal.test(first) && (texts.length === 0 || (first.length <= 4 && texts.length * 3 <= columns.size));
}

function isBand<Name extends string>([cell, ...others]: readonly SheetCell[], row: SheetRow, { grid }: Sight<Name>): boolean {
  if (others.length > 0) return false;
  const merge = cell === undefined ? null : grid.covers(row.number, cell.column);
  return cell?.kind === 'text' && merge !== null && merge.top === merge.bottom && merge.right - merge.left >= 2;
}

function isNumbering<Name extends string>(column: number, { columns, kind }: Sight<Name>): boolean {
  return kind.numbering.some((field) => columns.get(field) === column);
}

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
