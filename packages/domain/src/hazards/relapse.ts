import { type Day, daysBetween } from '../kernel/index.ts';
import type { HazardCategory } from './categories.ts';
import type { FactorCode } from './factors.ts';

/** 重复隐患: found again within so many days of closing. */
export const recurrenceDays = 90;

export type Place = { readonly unitId: string; readonly pointId: string | null };
export type Cause = { readonly category: HazardCategory; readonly factor: FactorCode | null; readonly checkItemId: string | null };

export type ClosedBefore = Place & Cause & { readonly id: string; readonly closedOn: Day };
export type FoundAgain = Place & Cause & { readonly id: string; readonly foundOn: Day };

/**
 * Whether `found` is `closed` come back (回潮): the same unit and point, the same category, check item or 6-digit factor,
 * found on the day of closing or at most `days` after it. A hazard without a point stands for the unit as a whole.
 */
export function isRecurrence(closed: ClosedBefore, found: FoundAgain, days: number = recurrenceDays): boolean {
  if (closed.id === found.id || !samePlace(closed, found) || !sameCause(closed, found)) return false;
  const after = daysBetween(closed.closedOn, found.foundOn);
  return after >= 0 && after <= days;
}

/** The closings that `found` brings back, latest first; the first is the one whose root cause reopens. */
export function recurrencesOf(found: FoundAgain, closings: readonly ClosedBefore[], days: number = recurrenceDays): ClosedBefore[] {
  return closings
    .filter((closed) => isRecurrence(closed, found, days))
    .toSorted((a, b) => b.closedOn.localeCompare(a.closedOn) || b.id.localeCompare(a.id));
}

function samePlace(a: Place, b: Place): boolean {
  return a.unitId === b.unitId && a.pointId === b.pointId;
}

/** `other` says nothing about the cause, so two of it are not the same by that alone. */
function sameCause(a: Cause, b: Cause): boolean {
  const sameItem = a.checkItemId !== null && a.checkItemId === b.checkItemId;
  const sameFactor = a.factor !== null && a.factor === b.factor;
  const sameCategory = a.category === b.category && a.category !== 'other';
  return sameItem || sameFactor || sameCategory;
}
