import type { AnswerBook } from './answers.ts';
import { type Kind, synonymKeys } from './fields.ts';
import { assignFields, type Grid, type Header, headerAround, headerAt, proposedField } from './header.ts';
import type { ColumnMapping, SheetMapping } from './mapping.ts';
import { columnName, type SheetRow } from './sheet.ts';
import { hasBrackets, isBlank, matchKey, withoutBrackets } from './text-keys.ts';

/** Whether a further table can be read: `unread` are its columns that nobody knows; `none` says that too little is known to read a row. */
export type Further = { readonly header: number; readonly unread: readonly UnreadColumn[]; readonly none: boolean };

export type UnreadColumn = { /** 1 for A. */ readonly at: number; readonly label: string };

/** A part of a sheet with one header: from its titles down to the next one's. */
export type Section<Name extends string> = {
  readonly from: number;
  readonly mapping: SheetMapping<Name>;
  /** Null of the table that a person is shown. */
  readonly further: Further | null;
};

type Looking<Name extends string> = {
  readonly grid: Grid;
  readonly mapping: SheetMapping<Name>;
  readonly kind: Kind<Name>;
  readonly book: AnswerBook;
  /** A person named the header: what stands above it is no table. */
  readonly isSaid: boolean;
  /** A row that repeats the known header, as at the top of a page. */
  readonly repeats: (row: SheetRow) => boolean;
};

/** The parts of a sheet by its headers, in their order. */
export function sectionsOf<Name extends string>(looking: Looking<Name>): readonly Section<Name>[] {
  const known = knownSection(looking);
  const { first, last } = looking.mapping.header ?? { first: 0, last: 0 };
  const sections = [known];
  let end = looking.isSaid ? last : 0;
  for (const row of looking.grid.rows) {
    if (row.number === first) end = last;
    if (row.number <= end || !isHeader(row, looking)) continue;
    const section = furtherSection(row.number, end + 1, looking);
    end = lastLineOf(section, row.number);
    sections.push(section);
  }
  return inOrder(sections);
}

function knownSection<Name extends string>({ grid, mapping, isSaid }: Looking<Name>): Section<Name> {
  return { from: isSaid ? 0 : startOf(grid, mapping.header?.first ?? 0, 0), mapping, further: null };
}

function lastLineOf({ mapping }: Section<string>, row: number): number {
  return mapping.header?.last ?? row;
}

function isHeader<Name extends string>(row: SheetRow, { kind, repeats }: Looking<Name>): boolean {
  return isLikeHeader(row, kind) && !repeats(row);
}

/** What stands above the first header of all is its title. */
function inOrder<Name extends string>(sections: readonly Section<Name>[]): readonly Section<Name>[] {
  return sections.toSorted((one, other) => one.from - other.from).map((section, at) => (at === 0 ? { ...section, from: 0 } : section));
}

function furtherSection<Name extends string>(row: number, from: number, looking: Looking<Name>): Section<Name> {
  const { grid, mapping, kind } = looking;
  const header = headerAround(grid, row, from, kind) ?? headerAt(grid, row, row) ?? { first: row, last: row, labels: [], units: 0 };
  const { columns, unread } = columnsOf(header, looking);
  const found = new Set(columns.flatMap(({ field }) => (field === null ? [] : [field])));
  return {
    from: startOf(grid, header.first, from),
    mapping: { ...mapping, header: { first: header.first, last: header.last }, columns },
    further: { header: header.first, unread, none: !kind.suffices(found) },
  };
}

/** The columns of a further table, and those of which nobody knows what they tell. */
function columnsOf<Name extends string>(header: Header, looking: Looking<Name>) {
  const assigned = assignFields(header.labels, looking.kind);
  const columns: ColumnMapping<Name>[] = [];
  const unread: UnreadColumn[] = [];
  for (const { column: at, parts } of header.labels) {
    const [column, label] = [columnName(at), parts.join(' / ')];
    const field = fieldOf({ column, label, header: header.first, assigned: assigned.get(at) }, looking);
    const isUnread = field === undefined;
    columns.push({
      column,
      label,
      field: field ?? null,
      proposed: isUnread ? proposedField({ column: at, parts }, looking.kind.fields) : null,
    });
    if (isUnread) unread.push({ at, label: `${column} ${label}` });
  }
  return { columns, unread };
}

type Labelled<Name> = { readonly column: string; readonly label: string; readonly header: number; readonly assigned: Name | undefined };

/**
 * What a person said of a column; else what its label says; else a column with the same label in the same place as in the known table means
 * what it means there, which a person has seen. Null is left out, undefined is unread.
 */
function fieldOf<Name extends string>({ column, label, header, assigned }: Labelled<Name>, { mapping, kind, book }: Looking<Name>) {
  const said = book.column(mapping.sheet, column, header);
  if (said !== undefined) return kind.fields.find(({ name }) => name === said)?.name ?? null;
  return assigned ?? mapping.columns.find((each) => each.column === column && matchKey(each.label) === matchKey(label))?.field;
}

const mostTitles = 3;

/** The row where the titles of a header begin: rows of one text right above it. */
function startOf(grid: Grid, header: number, from: number): number {
  const above = grid.rows.filter(({ number }) => number >= from && number < header).slice(-mostTitles);
  const title = above.findLastIndex(({ cells }) => !isOneText(cells));
  return above[title + 1]?.number ?? header;
}

function isOneText(cells: SheetRow['cells']): boolean {
  const [cell, ...others] = cells.filter(({ text }) => !isBlank(text));
  return cell?.kind === 'text' && others.length === 0;
}

const longestLabel = 20;

/** Most of its cells are words that stand above columns, three at the least. */
function isLikeHeader<Name extends string>({ cells }: SheetRow, kind: Kind<Name>): boolean {
  const words = synonymKeys(kind.fields);
  let others = 0;
  for (const { text, kind: sort } of cells) {
    if (sort === 'text' && text.length <= longestLabel && isTitle(text, words)) continue;
    others += 1;
    // Nearly every row is data and shows it in its first cells.
    if (others * 2 >= cells.length) return false;
  }
  return cells.length - others >= 3;
}

function isTitle(text: string, words: ReadonlySet<string>): boolean {
  return words.has(matchKey(text)) || (hasBrackets(text) && words.has(matchKey(withoutBrackets(text))));
}
