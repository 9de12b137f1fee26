import { addDays, addWorkingDays, type Day } from '../kernel/index.ts';

export const dayKinds = ['work', 'rest'] as const;
export type DayKind = (typeof dayKinds)[number];

/** Days that differ from the plain week, and the years for which an official notice has been entered. */
export type WorkCalendar = {
  readonly days: ReadonlyMap<Day, DayKind>;
  readonly noticedYears: ReadonlySet<number>;
};

/** Whether people work on `day`: as the notice of the year or headquarters says, else from Monday to Friday. */
export function isWorkday({ days }: WorkCalendar, day: Day): boolean {
  const said = days.get(day);
  if (said !== undefined) return said === 'work';
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

export type Reached = {
  readonly day: Day;
  /** False when a year on the way has no official notice yet: the day is a guess and may move. */
  readonly certain: boolean;
};

/** "N 个工作日内": the last day of the limit, the first day not counted. Says so when it had to guess. */
export function addWorkdays(calendar: WorkCalendar, from: Day, workdays: number): Reached {
  const day = addWorkingDays(from, workdays, (each) => isWorkday(calendar, each));
  return { day, certain: isCertain(calendar, from, day) };
}

/** Whether every year from `from` to `to` has an official notice. */
export function isCertain({ noticedYears }: WorkCalendar, from: Day, to: Day): boolean {
  const first = yearOf(from);
  const years = Array.from({ length: yearOf(to) - first + 1 }, (_, ahead) => first + ahead);
  return years.every((year) => noticedYears.has(year));
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** Every day of `year` with its kind: what a calendar page shows. */
export function daysOfYear(calendar: WorkCalendar, year: number): { readonly day: Day; readonly kind: DayKind }[] {
  const days: { day: Day; kind: DayKind }[] = [];
  for (let day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1))
    days.push({ day, kind: isWorkday(calendar, day) ? 'work' : 'rest' });
  return days;
}
