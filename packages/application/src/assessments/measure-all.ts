import type { Tx } from '@changming/database';
import { type FactTable, factTableNames, type Measure, type Window } from '@changming/domain/assessments';

import { type Measured, measurePass } from './measure-pass.ts';
import type { Known } from './period-tree.ts';

/** Measures by a name of their own, however many indicators ask for the same one. */
export type NamedMeasures = ReadonlyMap<string, Measure>;

/** What every measure comes to, unit by unit: amounts and fingerprints stand at the place of their measure in `names`. */
export type Counted = {
  readonly names: readonly string[];
  readonly units: ReadonlyMap<string, readonly Measured[]>;
  /** Rows of each fact table that lay within the windows. */
  readonly rows: Readonly<Partial<Record<FactTable, number>>>;
};

const none: Measured = { amount: 0, print: 0 };

/** One pass over each fact table that is asked for; a measure that several names share is counted once. */
export async function measureAll(tx: Tx, named: NamedMeasures, asked: { readonly window: Window; readonly known: Known }): Promise<Counted> {
  const names = [...named.keys()].toSorted();
  const units = new Map<string, Measured[]>();
  const rows: Partial<Record<FactTable, number>> = {};
  for (const table of factTableNames) {
    const mine = names.flatMap((name, at) => placed(named.get(name), table, at));
    if (mine.length === 0) continue;
    const distinct = [...new Map(mine.map(({ key, measure }) => [key, measure]))];
    const placeOf = new Map(distinct.map(([key], at) => [key, at]));
    const pass = await measurePass(tx, table, { ...asked, measures: distinct.map(([, measure]) => measure) });
    rows[table] = pass.rows;
    for (const [unitId, measured] of pass.units) {
      const all = units.get(unitId) ?? names.map(() => none);
      for (const { key, at } of mine) all[at] = measured[placeOf.get(key) ?? 0] ?? none;
      units.set(unitId, all);
    }
  }
  return { names, units, rows };
}

function placed(measure: Measure | undefined, table: FactTable, at: number) {
  return measure?.table === table ? [{ at, measure, key: JSON.stringify(measure) }] : [];
}
