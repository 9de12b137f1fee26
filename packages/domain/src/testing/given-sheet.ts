import type { CellKind, Merge, Sheet, SheetCell } from '../imports/sheet.ts';
import { columnNumber } from '../imports/sheet.ts';

/** What a test puts into a cell: a text, a number, nothing, or a date as its day. */
export type GivenCell = string | number | null | { readonly day: string } | { readonly error: string };

export type GivenSheet = {
  readonly name?: string;
  readonly hidden?: boolean;
  readonly merges?: readonly string[];
};

/** A sheet from its rows, the first of them row 1. Rows without content are left out, as the reader does. */
export function givenSheet(
  rows: readonly (readonly GivenCell[])[],
  { name = 'Sheet1', hidden = false, merges = [] }: GivenSheet = {},
): Sheet {
  const told = rows.map((cells, at) => ({ number: at + 1, cells: cells.flatMap((cell, column) => cellOf(cell, column + 1)) }));
  return { name, hidden, rows: told.filter(({ cells }) => cells.length > 0), merges: merges.map(mergeFrom) };
}

function cellOf(given: GivenCell, column: number): SheetCell[] {
  if (given === null || given === '') return [];
  if (typeof given === 'number') return [{ column, text: String(given), kind: 'number', number: given }];
  if (typeof given === 'string') return [{ column, text: given, kind: 'text' }];
  const kind: CellKind = 'day' in given ? 'date' : 'error';
  return [{ column, text: 'day' in given ? given.day : given.error, kind }];
}

function mergeFrom(range: string): Merge {
  const [, left = 'A', top, right = 'A', bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/u.exec(range) ?? [];
  return { top: Number(top), left: columnNumber(left) ?? 1, bottom: Number(bottom), right: columnNumber(right) ?? 1 };
}
