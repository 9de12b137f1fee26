import type { ImportProblem } from './problems.ts';
import type { CellKind } from './sheet.ts';

/** What a parser looks at: a cell, or a part of one. */
export type Written = { readonly text: string; readonly kind: CellKind; readonly number?: number };

/** What a parser makes of it. A failure with `choices` is a question between them; without, it is a fault in the cell. */
export type Reading<Value> =
  | { readonly ok: true; readonly value: Value; readonly warning?: ImportProblem }
  | { readonly ok: false; readonly code: ImportProblem; readonly choices?: readonly Value[] };

export function read<Value>(value: Value, warning?: ImportProblem): Reading<Value> {
  return warning === undefined ? { ok: true, value } : { ok: true, value, warning };
}

export function unread(code: ImportProblem): { readonly ok: false; readonly code: ImportProblem } {
  return { ok: false, code };
}

export function asText(text: string): Written {
  return { text, kind: 'text' };
}
