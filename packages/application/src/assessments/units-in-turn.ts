import type { FactTable } from '@changming/domain/assessments';

import type { MemberCounts } from './member-counts.ts';
import type { Side } from './open-side.ts';

/** Tables whose records are found unit by unit; of the others all are made before those of some units are known. */
const byUnit: ReadonlySet<FactTable> = new Set(['hazards', 'lookBacks', 'strata', 'occurrences', 'leaderDuties', 'placeChecks']);

/** A side, and in which units its records were found, if that is known. */
export type Spread = Side & { readonly counts: MemberCounts | null };

type Turn = { readonly from: string | undefined; readonly wanted: number };

/**
 * The units of a side in the order of their ids, from one on, a few at a time: as many as have the records that are wanted, or should have
 * them, judged by how many the receipt counted; when those have too few, four times as many. Units without records are left out.
 */
export function* unitsInTurn(
  { table, asked: { unitIds }, counted, counts }: Spread,
  { from = '', wanted }: Turn,
): Generator<readonly string[]> {
  const left = unitIds.filter((id) => id >= from && (counts === null || counts.has(id))).toSorted();
  let take = byUnit.has(table)
    ? (enough(left, { counts, from, wanted }) ?? guessed({ units: unitIds.length, counted, wanted }))
    : left.length;
  for (let at = 0; at < left.length; take *= growth) {
    yield left.slice(at, at + take);
    at += take;
  }
}

/** How many of the units have so many records; what the one has that is begun with may have been shown. */
function enough(left: readonly string[], { counts, from, wanted }: Turn & Pick<Spread, 'counts'>): number | null {
  if (counts === null) return null;
  let [units, records] = [0, 0];
  for (const id of left) {
    if (records >= wanted) break;
    records += id === from ? 0 : (counts.get(id) ?? 0);
    units += 1;
  }
  return units;
}

function guessed({ units, counted, wanted }: { readonly units: number; readonly counted: number; readonly wanted: number }): number {
  return counted > wanted ? Math.ceil((units * wanted * spare) / counted) + 1 : units;
}

const spare = 1.5;
const growth = 4;
