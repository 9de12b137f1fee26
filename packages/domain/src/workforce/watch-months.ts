import { addDays, type Day, monthsLater } from '../kernel/index.ts';

export const defaultWatchPlanDays = 5;

type Asked = {
  /** How many days before its first a month should have its roster. */
  readonly days: number;
  /** The day from which the unit keeps its watch as it does now. */
  readonly since: Day;
};

/** 应已排班的月份, as their first days: the next one once so many days are left, and this one where the unit kept its watch before it began. */
export function monthsToPlan(today: Day, { days, since }: Asked): Day[] {
  const current = `${today.slice(0, 7)}-01`;
  const next = monthsLater(current, 1);
  return [...(since < current ? [current] : []), ...(today >= addDays(next, -days) ? [next] : [])];
}
