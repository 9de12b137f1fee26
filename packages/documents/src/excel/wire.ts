import type { CellKind, Merge, SheetCell, SheetRow } from '@changming/domain/imports/sheet';
import { cellKinds } from '@changming/domain/imports/sheet';

/** One line of what the reading process says, as short as it can be: there are a million cells. */
export type Line =
  | { readonly sheet: string; readonly hidden: boolean }
  | { readonly row: number; readonly hidden: 0 | 1; readonly struck?: 1; readonly cells: readonly WireCell[] }
  | { readonly pictures: number }
  | { readonly comments: readonly (readonly [row: number, column: number, text: string])[] }
  | { readonly merges: readonly (readonly [number, number, number, number])[] }
  | { readonly refused: string; readonly facts: Readonly<Record<string, string | number>> }
  | { readonly done: true };

/** Column, kind, text, number, whether a formula. */
type WireCell = readonly [number, number, string, (number | null)?, 1?];

export function rowLine({ number, hidden, struck, cells }: SheetRow): Line {
  return { row: number, hidden: hidden === true ? 1 : 0, ...(struck === true && { struck: 1 }), cells: cells.map(toWire) };
}

export function mergesLine(merges: readonly Merge[]): Line {
  return { merges: merges.map(({ top, left, bottom, right }) => [top, left, bottom, right] as const) };
}

function toWire({ column, kind, text, number, formula }: SheetCell): WireCell {
  const at = cellKinds.indexOf(kind);
  if (formula === true) return [column, at, text, number ?? null, 1];
  return number === undefined ? [column, at, text] : [column, at, text, number];
}

export function rowFrom(line: Extract<Line, { row: number }>): SheetRow {
  const cells = line.cells.map(fromWire);
  return { number: line.row, ...(line.hidden === 1 && { hidden: true }), ...(line.struck === 1 && { struck: true }), cells };
}

function fromWire([column, at, text, number, formula]: WireCell): SheetCell {
  const kind: CellKind = cellKinds[at] ?? 'text';
  const cell = typeof number === 'number' ? { column, kind, text, number } : { column, kind, text };
  return formula === 1 ? { ...cell, formula: true } : cell;
}

/** The rows with their comments. One on a row without content stands nowhere. */
export function withComments(rows: readonly SheetRow[], { comments }: Extract<Line, { comments: unknown }>): SheetRow[] {
  const byRow = Map.groupBy(comments, ([row]) => row);
  return rows.map((row) => {
    const own = byRow.get(row.number);
    return own === undefined ? row : { ...row, comments: own.map(([, column, text]) => ({ column, text })) };
  });
}

export function mergesFrom(line: Extract<Line, { merges: unknown }>): Merge[] {
  return line.merges.map(([top, left, bottom, right]) => ({ top, left, bottom, right }));
}
