/** A calendar day in Asia/Shanghai, `2026-03-05`. Days compare as strings. */
export type Day = string;

const minute = 60_000;
const dayLength = 24 * 60 * minute;
/** China has kept one offset since 1992; business days before that are never made from instants. */
const shanghaiOffset = 8 * 60 * minute;

/** The business day that `instant` falls on. */
export function dayIn(instant: Date): Day {
  return new Date(instant.getTime() + shanghaiOffset).toISOString().slice(0, 10);
}

/** The instant at which `day` begins in Asia/Shanghai. */
export function startOf(day: Day): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - shanghaiOffset);
}

/** `n` days later; earlier when negative. */
export function addDays(day: Day, n: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + n * dayLength).toISOString().slice(0, 10);
}

export function earlierOf(one: Day, other: Day): Day {
  return one < other ? one : other;
}

export function laterOf(one: Day, other: Day): Day {
  return one < other ? other : one;
}

/** `2024-02-29` and 12 months is `2025-02-28`: the same day of the month, or the last one there is. */
export function monthsLater(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate()))).toISOString().slice(0, 10);
}

/** Days from `a` to `b`: 0 for the same day, negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / dayLength);
}

/** No one at work today was born, hired or appointed before it. */
export const firstPlausibleDay: Day = '1940-01-01';

/** The last day that may be entered as one of a person's life: a year ahead. A hiring may be agreed, but not for 9999. */
export function lastPlausibleDay(today: Day): Day {
  return monthsLater(today, 12);
}

/** Whether a day of birth, of hiring or of appointment is one: from 1940 until a year ahead. Everything else is a slip of the hand. */
export function isPlausibleDay(day: Day, today: Day): boolean {
  return firstPlausibleDay <= day && day <= lastPlausibleDay(today);
}

/** Whether `text` names a day that exists: `2026-02-30` does not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [month, day] = [Number(text.slice(5, 7)), Number(text.slice(8))];
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(Number(text.slice(0, 4)), month, 0)).getUTCDate();
}
