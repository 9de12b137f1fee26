import { type Day, daysBetween, type Period } from '../kernel/index.ts';
import { count, decimal, isLess, times } from './exact.ts';

/** When a unit was in operation: from `openedOn`, up to but not on `closedOn`. */
export type Life = { readonly openedOn: Day; readonly closedOn: Day | null };

/** Days of the period on which the unit was in operation. */
export function daysInOperation({ openedOn, closedOn }: Life, { from, until }: Period): number {
  const first = openedOn > from ? openedOn : from;
  const end = closedOn !== null && closedOn < until ? closedOn : until;
  return Math.max(0, daysBetween(first, end));
}

/** Whether the unit takes part: in operation for `share` of the period or more. */
export function participates(life: Life, period: Period, share: string): boolean {
  const all = count(daysBetween(period.from, period.until));
  return !isLess(count(daysInOperation(life, period)), times(all, decimal(share)));
}
