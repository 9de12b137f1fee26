import { addDays, type Day, monthsLater } from '../kernel/index.ts';
import type { Cadence } from './cadence.ts';

/** The first and the last day of a run of days. */
export type Stretch = { readonly first: Day; readonly last: Day };

const monthsIn = { month: 1, quarter: 3, halfYear: 6, year: 12 } as const;

/** The calendar weeks, months, … that touch `from`..`to`, in order. */
export function stretches(every: 'week' | keyof typeof monthsIn, from: Day, to: Day): Stretch[] {
  const found: Stretch[] = [];
  for (let first = firstOf(every, from); first <= to; ) {
    const next = every === 'week' ? addDays(first, 7) : monthsLater(first, monthsIn[every]);
    found.push({ first, last: addDays(next, -1) });
    first = next;
  }
  return found;
}

function firstOf(every: 'week' | keyof typeof monthsIn, day: Day): Day {
  if (every === 'week') return addDays(day, 1 - weekdayOf(day));
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1];
  return monthStart(year, month - (month % monthsIn[every]));
}

function monthStart(year: number, month: number): Day {
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

type IsOwed = (day: Day) => boolean;

/** The days between `from` and `to` that a cadence names one by one; null when it leaves the day open. */
export function namedDays(cadence: Cadence, { first: from, last: to }: Stretch, isOwed: IsOwed): Day[] | null {
  if (cadence.every === 'dates') return cadence.dates.filter((day) => from <= day && day <= to).toSorted();
  if (cadence.every === 'day' || cadence.every === 'shift') return daysBetween(from, to).filter(isOwed);
  const chosen = chosenDays(cadence);
  if (chosen === null) return null;
  const within = stretches(chosen.every, from, to).flatMap((stretch) => chosen.daysOf(stretch, isOwed));
  return within.filter((day) => from <= day && day <= to);
}

type Chosen = { readonly every: 'week' | 'month'; readonly daysOf: (stretch: Stretch, isOwed: IsOwed) => Day[] };

function chosenDays(cadence: Cadence): Chosen | null {
  if (cadence.every === 'week' && cadence.weekdays.length > 0) {
    const { weekdays } = cadence;
    return { every: 'week', daysOf: (stretch, isOwed) => onWeekdays(weekdays, stretch, isOwed) };
  }
  if (cadence.every === 'month' && cadence.dayOfMonth !== null) {
    const { dayOfMonth } = cadence;
    return { every: 'month', daysOf: (stretch, isOwed) => moved(dayInMonth(stretch, dayOfMonth), stretch, isOwed) };
  }
  return null;
}

/** Of several weekdays a day of rest falls away; the only one of a week moves within it. */
function onWeekdays(weekdays: readonly number[], stretch: Stretch, isOwed: IsOwed): Day[] {
  const days = weekdays.toSorted((a, b) => a - b).map((weekday) => addDays(stretch.first, weekday - 1));
  const [only] = days;
  return days.length === 1 && only !== undefined ? moved(only, stretch, isOwed) : days.filter(isOwed);
}

function dayInMonth({ first, last }: Stretch, dayOfMonth: number): Day {
  const day = addDays(first, dayOfMonth - 1);
  return day > last ? last : day;
}

/** The day itself, else the next one after it within the stretch that is owed, else the nearest before it. */
function moved(day: Day, { first, last }: Stretch, isOwed: IsOwed): Day[] {
  const [later] = daysBetween(day, last).filter(isOwed);
  const found = later ?? daysBetween(first, day).findLast(isOwed);
  return found === undefined ? [] : [found];
}

export function daysBetween(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
