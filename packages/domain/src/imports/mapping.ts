import type { AnswerBook } from './answers.ts';
import type { Kind } from './fields.ts';
import { assignFields, findHeader, type Grid, type Header, headerAt, proposedField } from './header.ts';
import { columnName, columnNumber, type Sheet } from './sheet.ts';

export type ColumnMapping<Name extends string> = {
  /** `D` */
  readonly column: string;
  readonly label: string;
  readonly field: Name | null;
  /** What the column may be, for a person to confirm. */
  readonly proposed: Name | null;
};

/** How a further table of a sheet was understood. */
export type FurtherMapping<Name extends string> = {
  readonly header: { readonly first: number; readonly last: number };
  readonly columns: readonly ColumnMapping<Name>[];
};

export type SheetMapping<Name extends string> = {
  readonly sheet: string;
  /** `unrecognised`: no header that is enough to read by. `hidden` sheets are read only when a person says so. */
  readonly status: 'read' | 'hidden' | 'skipped' | 'unrecognised';
  readonly header: { readonly first: number; readonly last: number } | null;
  readonly columns: readonly ColumnMapping<Name>[];
  /** Path of the unit the sheet speaks of, when it is known. */
  readonly scope: string | null;
  /** The further tables of the sheet, the upper one first; absent where there are none. */
  readonly further?: readonly FurtherMapping<Name>[];
  /** How many pictures lie on the sheet and were left out; absent where there are none. */
  readonly pictures?: number;
};

/** The header and fields of a sheet: what a person said first, then what is recognised. */
export function mapSheet<Name extends string>(sheet: Sheet, grid: Grid, kind: Kind<Name>, book: AnswerBook): SheetMapping<Name> {
  const said = book.sheet(sheet.name);
  const unread = { sheet: sheet.name, header: null, columns: [], scope: null };
  if (said === 'skip') return { ...unread, status: 'skipped' };
  if (sheet.hidden && said !== 'read') return { ...unread, status: 'hidden' };
  const header = headerOf(grid, kind, book.header(sheet.name));
  if (header === null) return { ...unread, status: 'unrecognised' };
  const columns = columnsOf(sheet.name, header, kind, book);
  const found = new Set(columns.flatMap(({ field }) => (field === null ? [] : [field])));
  const status = kind.suffices(found) ? 'read' : 'unrecognised';
  const { pictures } = sheet;
  const lines = { first: header.first, last: header.last };
  return { sheet: sheet.name, status, header: lines, columns, scope: null, ...(pictures !== undefined && { pictures }) };
}

function headerOf<Name extends string>(grid: Grid, kind: Kind<Name>, said: { readonly first: number; readonly last: number } | null) {
  return said === null ? findHeader(grid, kind) : headerAt(grid, said.first, Math.min(said.last, said.first + 4), true);
}

function columnsOf<Name extends string>(sheet: string, header: Header, kind: Kind<Name>, book: AnswerBook): ColumnMapping<Name>[] {
  const recognised = assignFields(header.labels, kind);
  return header.labels.map((label) => {
    const column = columnName(label.column);
    const said = book.column(sheet, column);
    const known = kind.fields.find(({ name }) => name === said)?.name ?? null;
    const field = said === undefined ? (recognised.get(label.column) ?? null) : known;
    return {
      column,
      label: label.parts.join(' / '),
      field,
      proposed: field === null && said === undefined ? proposedField(label, kind.fields) : null,
    };
  });
}

/** The column of each field, numbered from 1. */
export function fieldColumns<Name extends string>(columns: readonly ColumnMapping<Name>[]): Map<Name, number> {
  return new Map(columns.flatMap(({ field, column }) => (field === null ? [] : [[field, columnNumber(column) ?? 0] as const])));
}
