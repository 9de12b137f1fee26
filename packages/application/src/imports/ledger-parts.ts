import { partsOf } from '../in-turn.ts';

/**
 * The parts of a ledger, each of the rows of few units: what comes in of one unit together changes its counts, and those of the units above
 * it, once. Within a part the rows stand in the order of the file.
 */
export function partsByUnit<Row extends { readonly unitId: string }>(rows: readonly Row[], size: number): (readonly Row[])[] {
  const placed = rows.map((row, at) => ({ row, at }));
  const byUnit = [...Map.groupBy(placed, ({ row }) => row.unitId).values()].flat();
  return [...partsOf(byUnit, size)].map((part) => part.toSorted((one, other) => one.at - other.at).map(({ row }) => row));
}
