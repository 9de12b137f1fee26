import { type Day, isDay, monthsLater } from '../kernel/index.ts';

/** The last day of the month that `day` lies in. */
export function monthEnd(day: Day): Day {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** A nameplate tells a month more often than a day: `2024-07`. */
export type MonthOrDay = string;

export function isMonthOrDay(text: string): boolean {
  return isDay(text) || (/^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`));
}

/** The day on which something that carries this date ends: of a month alone its last day. */
export function lastDayIn(date: MonthOrDay): Day {
  return date.length === 7 ? monthEnd(`${date}-01`) : date;
}

/** `date` so many months later, as precise as it was. */
export function laterBy(date: MonthOrDay, months: number): MonthOrDay {
  return date.length === 7 ? monthsLater(`${date}-01`, months).slice(0, 7) : monthsLater(date, months);
}
