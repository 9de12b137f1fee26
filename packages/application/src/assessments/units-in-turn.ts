import type { FactTable } from '@changming/domain/assessments';

import type { Side } from './open-side.ts';

/** Tables whose records are found unit by unit; of the others all are made before those of some units are known. */
const byUnit: ReadonlySet<FactTable> = new Set(['hazards', 'lookBacks', 'strata', 'occurrences', 'leaderDuties', 'placeChecks']);

type Turn = { readonly from: string | undefined; readonly wanted: number };

/**
 * The units of a side in the order of their ids, from one on, a few at a time: as many as should have the records that are wanted, judged by
 * how many the receipt counted; when those have too few, four times as many.
 */
export function* unitsInTurn({ table, asked: { unitIds }, counted }: Side, { from = '', wanted }: Turn): Generator<readonly string[]> {
  const left = unitIds.filter((id) => id >= from).toSorted();
  let take = byUnit.has(table) && counted > wanted ? Math.ceil((unitIds.length * wanted * spare) / counted) + 1 : left.length;
  for (let at = 0; at < left.length; take *= growth) {
    yield left.slice(at, at + take);
    at += take;
  }
}

const spare = 1.5;
const growth = 4;
