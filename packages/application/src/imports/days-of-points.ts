import type { Appointing, PointDraft } from '@changming/domain/imports';
import { earlierOf, laterOf } from '@changming/domain/kernel';

import type { Reading } from '../context.ts';
import { type Kept, ledgerTerm, termsOfKeepers } from '../points/index.ts';
import type { Wanting } from '../workforce/index.ts';
import type { Of } from './plan.ts';

type Told = Pick<PointDraft, 'openedOn' | 'closedOn'>;
type Counting = Pick<Of, 'effectiveOn' | 'opening'> & { readonly today: string };

/**
 * Since when a point of a ledger is there, and from which day its keeper and its being a 重点部位 count. 期初 is what headquarters has marked
 * so: it counts from the days that it tells. All else counts from when it is recorded, as a point that is set up by hand; but one that is
 * closed already makes nobody responsible, and keeps the days that are told of it.
 */
export function ledgerDays({ openedOn: told, closedOn }: Told, { effectiveOn, opening, today }: Counting) {
  const day = opening ? earlierOf(effectiveOn, today) : today;
  const openedOn = (opening || closedOn !== null ? told : null) ?? earlierOf(day, closedOn ?? day);
  return { openedOn, from: laterOf(openedOn, day) };
}

/** The offices that the rows of a ledger would give, each for the term that it would have. */
export async function officesOf({ tx, today }: Reading, asked: Of, appointing: readonly Appointing[]): Promise<Wanting[]> {
  const known = appointing.flatMap(({ existingId }) => (existingId === null ? [] : [existingId]));
  const kept: ReadonlyMap<string, Kept> = known.length === 0 ? new Map() : await termsOfKeepers(tx, known);
  return appointing.map(({ personId, unitId, openedOn, existingId }) => {
    const { from: day } = ledgerDays({ openedOn, closedOn: null }, { ...asked, today });
    const point = existingId === null ? undefined : kept.get(existingId);
    const term = point === undefined ? { from: day, to: null } : ledgerTerm(point, day, today);
    return { personId, unitId, post: 'pointKeeper', certifiedPost: null, ...term };
  });
}
