import { z } from 'zod';

import { verbatim } from '../kernel/index.ts';
import { type Comparison, type Condition, conditionInput, holds } from './condition.ts';
import { type ColumnKind, type ColumnsOf, type FactRow, type FactTable, factTableNames, kindOf } from './facts.ts';
import { isWindowDay, type Window } from './window.ts';

/**
 * How many rows of a fact table a condition holds for, or what a column of theirs comes to. Always additive: the measure of a
 * unit's scope is the sum over the units in it, so one pass over a table makes all of its measures.
 */
export type Measure = { readonly table: FactTable; readonly where: Condition; readonly sum?: string };

export const measureInput: z.ZodType<Measure> = z.strictObject({
  table: z.enum(factTableNames),
  where: conditionInput,
  sum: verbatim(40).exactOptional(),
});

/** A count of rows, its columns checked by the compiler. */
export function rowsOf<Table extends FactTable>(table: Table, where: Condition<ColumnsOf<Table>>): Measure {
  return { table, where };
}

/** A sum of a column over rows, its columns checked by the compiler. */
export function sumOf<Table extends FactTable>(table: Table, sum: ColumnsOf<Table>['count'], where: Condition<ColumnsOf<Table>>): Measure {
  return { table, where, sum };
}

/** The measure over `rows`: what the database must come to as well. */
export function measured({ where, sum }: Measure, rows: readonly FactRow[], window: Window): number {
  return rows.filter((row) => holds(where, row, window)).reduce((come, row) => come + (sum === undefined ? 1 : Number(row[sum] ?? 0)), 0);
}

/** The columns a measure asks for that its table does not have, or that hold something else. */
export function strangeColumns({ table, where, sum }: Measure): string[] {
  const asked = [...columnsIn(where), ...(sum === undefined ? [] : [[sum, ['count']] as const])];
  return [...new Set(asked.filter(([column, kinds]) => !fits(kindOf(table, column), kinds)).map(([column]) => column))];
}

type Asked = readonly [column: string, kinds: readonly ColumnKind[]];

function fits(kind: ColumnKind | null, kinds: readonly ColumnKind[]): boolean {
  return kind !== null && kinds.includes(kind);
}

function columnsIn(condition: Condition): Asked[] {
  if ('all' in condition) return condition.all.flatMap(columnsIn);
  if ('any' in condition) return condition.any.flatMap(columnsIn);
  return 'not' in condition ? columnsIn(condition.not) : askedBy(condition);
}

function askedBy(condition: Comparison): Asked[] {
  const { column } = condition;
  if ('flag' in condition) return [[column, ['flag']]];
  if ('in' in condition) return [[column, ['text']]];
  if ('is' in condition) return [[column, condition.is === null ? ['text', 'day'] : ['text']]];
  const days: Asked[] = [[column, ['day']]];
  return 'notAfter' in condition && !isWindowDay(condition.notAfter) ? [...days, [condition.notAfter, ['day']]] : days;
}
