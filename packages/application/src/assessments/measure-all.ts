import type { Tx } from '@changming/database';
import { type FactTable, factTableNames, type Measure } from '@changming/domain/assessments';

import { measurePass, type Pass } from './measure-pass.ts';

/** What each measure comes to over the rows of one unit, and the fingerprint of those rows, at the place of the measure. */
export type UnitCounts = { readonly amounts: number[]; readonly prints: number[] };

export type Counted = {
  /** A unit without rows is missing. */
  readonly units: ReadonlyMap<string, UnitCounts>;
  /** Rows of each fact table that lay within the windows. */
  readonly rows: Readonly<Partial<Record<FactTable, number>>>;
};

/** One pass over each fact table that is asked for. */
export async function measureAll(tx: Tx, { measures, ...asked }: Pass): Promise<Counted> {
  const units = new Map<string, UnitCounts>();
  const rows: Partial<Record<FactTable, number>> = {};
  for (const table of factTableNames) {
    const mine = measures.flatMap((measure, at) => (measure.table === table ? [{ measure, at }] : []));
    if (mine.length === 0) continue;
    const pass = await measurePass(tx, table, { ...asked, measures: mine.map(({ measure }) => measure) });
    rows[table] = pass.rows;
    for (const [unitId, measured] of pass.units) place(countsOf(units, unitId, measures), mine, measured);
  }
  return { units, rows };
}

function countsOf(units: Map<string, UnitCounts>, unitId: string, measures: readonly Measure[]): UnitCounts {
  const known = units.get(unitId);
  if (known !== undefined) return known;
  const fresh = { amounts: measures.map(() => 0), prints: measures.map(() => 0) };
  units.set(unitId, fresh);
  return fresh;
}

type Placed = readonly { readonly at: number }[];
type Found = readonly { readonly amount: number; readonly print: number }[];

function place({ amounts, prints }: UnitCounts, mine: Placed, found: Found): void {
  for (const [n, { at }] of mine.entries()) {
    amounts[at] = found[n]?.amount ?? 0;
    prints[at] = found[n]?.print ?? 0;
  }
}
