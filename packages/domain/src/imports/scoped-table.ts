import type { AnswerBook } from './answers.ts';
import { scopeOfSheet } from './sheet-scope.ts';
import type { Table } from './table.ts';
import type { Scope, UnitRecogniser } from './unit-recogniser.ts';

export type Scoped<Field extends string> = { readonly table: Table<Field>; readonly scope: Scope | null };
type Finder = { readonly recogniser: UnitRecogniser };
type Scoping = { readonly book: AnswerBook; readonly finder: Finder; readonly underId: string | undefined };

/** The branch in which a sheet's units are looked for: what a person said, else what the sheet says itself, else what was asked for. */
export function scoped<Field extends string>(table: Table<Field>, { book, finder, underId }: Scoping): Scoped<Field> {
  const said = book.scope(table.mapping.sheet);
  if (said !== null) return { table, scope: { unitId: said, only: 'branch' } };
  const scope = scopeOfSheet(table.mapping.sheet, table.titles, finder.recogniser);
  return { table, scope: scope ?? (underId === undefined ? null : { unitId: underId, only: 'branch' }) };
}

export function pathOf(scope: Scope | null, { recogniser }: Finder): string | null {
  const unit = scope === null ? null : recogniser.unit(scope.unitId);
  return unit === null ? null : recogniser.path(unit);
}
