import { type Day, daysBetween, monthOf, monthsLater } from '../kernel/index.ts';

export const recountGrains = ['month', 'quarter', 'half', 'year'] as const;
export type RecountGrain = (typeof recountGrains)[number];

/** A period whose sums are compared, by its first day. `name` is how the board calls it: 2026-03, 2026Q1, 2026H1, 2026. */
export type RecountedPeriod = { readonly grain: RecountGrain; readonly from: Day; readonly name: string };

/** Months before the last that take turns. */
const inTurn = 10;

/**
 * 复核: what is compared in the night of `today`: the sums of this month, the last, and of the ten before them one each night, with the
 * records; then the longer periods in which these lie, with their months. So every month of the last year is compared within ten nights.
 */
export function periodsToRecount(today: Day): readonly RecountedPeriod[] {
  const month = `${monthOf(today)}-01`;
  const turn = daysBetween('2000-01-01', today) % inTurn;
  const months = [month, monthsLater(month, -1), monthsLater(month, -2 - turn)];
  const all = recountGrains.flatMap((grain) => months.map((from) => periodOf(grain, from)));
  return all.filter(({ name }, at) => all.findIndex((other) => other.name === name) === at);
}

const monthsIn = { month: 1, quarter: 3, half: 6, year: 12 } as const;

function periodOf(grain: RecountGrain, month: Day): RecountedPeriod {
  const year = month.slice(0, 4);
  const nth = Math.floor((Number(month.slice(5, 7)) - 1) / monthsIn[grain]);
  const from = monthsLater(`${year}-01-01`, nth * monthsIn[grain]);
  const names = { month: monthOf(from), quarter: `${year}Q${nth + 1}`, half: `${year}H${nth + 1}`, year };
  return { grain, from, name: names[grain] };
}
