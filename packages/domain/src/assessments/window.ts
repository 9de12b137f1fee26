import { addDays, addWorkingDays, type Day, type IsWorkday, lastDayOf, type Period, startOf } from '../kernel/index.ts';

/** The runs of days that a condition may name. */
export const windowNames = ['period', 'trailingYear'] as const;
export type WindowName = (typeof windowNames)[number];

/** The days a run looks at. */
export type Window = { readonly [Name in WindowName]: Period } & {
  /** The day that what is still open is judged on: the last of the period, or `knownOn` while the period runs. */
  readonly lastDay: Day;
  /** The business day of the cut-off. */
  readonly knownOn: Day;
};

/** The days a comparison may name beside the columns. */
export const windowDays = ['lastDay', 'knownOn'] as const;
export type WindowDay = (typeof windowDays)[number];

export function isWindowDay(name: string): name is WindowDay {
  return windowDays.some((day) => day === name);
}

/** The period, and the twelve months that end with it, as known at 24:00 of `knownOn`. */
export function windowOf(period: Period, knownOn: Day): Window {
  const end = lastDayOf(period);
  return {
    period,
    trailingYear: { from: aYearBefore(period.until), until: period.until },
    lastDay: knownOn < end ? knownOn : end,
    knownOn,
  };
}

/** 29 February counts back to 28 February; a period begins and ends with a month, so this never happens to one. */
function aYearBefore(day: Day): Day {
  const year = String(Number(day.slice(0, 4)) - 1).padStart(4, '0');
  const rest = day.slice(4);
  return `${year}${rest === '-02-29' ? '-02-28' : rest}`;
}

/** The last 工作日 whose records count (11.2.4). */
export function cutOffOn(period: Period, isWorkday: IsWorkday, workdays: number): Day {
  return addWorkingDays(lastDayOf(period), workdays, isWorkday);
}

/** The instant K: 24:00 of the cut-off day. What was recorded later is not known to the run. */
export function cutOffAt(period: Period, isWorkday: IsWorkday, workdays: number): Date {
  return startOf(addDays(cutOffOn(period, isWorkday, workdays), 1));
}
