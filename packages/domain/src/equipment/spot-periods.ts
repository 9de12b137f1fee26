import { addDays, type Day, monthsLater } from '../kernel/index.ts';
import { monthEnd } from './months.ts';

/** A look-over counts for its period when it is recorded by the last day, or this many days later: paper takes its time to the desk. */
export const spotGraceDays = 3;

/** Within these days, both included, one look-over is owed. */
export type SpotPeriod = { readonly from: Day; readonly to: Day };

/**
 * The periods of the months between `from` and `to`, both included: `perMonth` of them a month, of nearly the same length; the last ends
 * with the month. One is monthly, two are half-monthly (1–15, 16–end): boiler rooms, gas, crowded places.
 */
export function spotPeriods(perMonth: number, from: Day, to: Day): SpotPeriod[] {
  const periods: SpotPeriod[] = [];
  const most = Math.min(Math.max(1, Math.trunc(perMonth)), 31);
  for (let first = `${from.slice(0, 7)}-01`; first <= to; first = monthsLater(first, 1)) periods.push(...periodsOfMonth(first, most));
  return periods.filter((period) => period.to >= from && period.from <= to);
}

function periodsOfMonth(first: Day, count: number): SpotPeriod[] {
  const last = monthEnd(first);
  const length = Math.ceil(Number(last.slice(8)) / count);
  const starts = Array.from({ length: count }, (_, at) => addDays(first, at === 1 && count === 2 ? 15 : at * length)).filter(
    (start) => start <= last,
  );
  return starts.map((from, at) => ({ from, to: addDays(starts[at + 1] ?? addDays(last, 1), -1) }));
}
