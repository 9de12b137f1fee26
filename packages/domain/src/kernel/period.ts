import { addDays, type Day } from './day.ts';

/** A half-open run of days: `from` belongs to it, `until` does not. */
export type Period = { readonly from: Day; readonly until: Day };

export function inPeriod(day: Day | null, { from, until }: Period): boolean {
  return day !== null && from <= day && day < until;
}

/** The last day that belongs to the period. */
export function lastDayOf({ until }: Period): Day {
  return addDays(until, -1);
}

/** `2026-03`, the month that `day` lies in. */
export function monthOf(day: Day): string {
  return day.slice(0, 7);
}

/** `2026`, `2026H1`, `2026Q3` or `2026-03`; null when `name` is none of these. */
export function periodNamed(name: string): Period | null {
  const found = /^([1-9]\d{3})(?:H([12])|Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(name);
  if (found === null) return null;
  const [, year = '', half, quarter, month] = found;
  if (half !== undefined) return months(Number(year), 6 * (Number(half) - 1), 6);
  if (quarter !== undefined) return months(Number(year), 3 * (Number(quarter) - 1), 3);
  return month === undefined ? months(Number(year), 0, 12) : months(Number(year), Number(month) - 1, 1);
}

function months(year: number, first: number, count: number): Period {
  return { from: firstOf(year, first), until: firstOf(year, first + count) };
}

function firstOf(year: number, month: number): Day {
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}
