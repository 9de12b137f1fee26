import { addDays, type Day, isDay } from '../../kernel/index.ts';
import type { WorkCalendar } from '../../standards/index.ts';
import { dayFrom, lastDayOf } from '../dates.ts';
import { asText, type Reading, read, unread, type Written } from '../reading.ts';
import { plain } from '../text-keys.ts';

/** A day of work on a hazard found on `foundOn`, in a ledger of `year`. */
export type When = {
  readonly foundOn: Day | null;
  readonly year: number;
  /** The day found is written without its month, and so are the others: the month of the sheet, as a person has confirmed it. */
  readonly isShort?: boolean | undefined;
  /** 工作日 are counted by it; without one by the week. */
  readonly calendar?: WorkCalendar | undefined;
};

/** A day of the work: a month alone means its last day, and a day without a year may lie in the year after the hazard was found. */
export function dayOfWork(cell: Written, when: When): Reading<Day> {
  const { year } = when;
  const short = shortDay(cell);
  if (short !== null) return ofMonthFound(short, when);
  const day = dayFrom(cell, year);
  if (!day.ok) return { ok: false, code: day.code, ...(day.choices !== undefined && { choices: day.choices.map((each) => each.day) }) };
  const { value } = day;
  if (value.precision === 'month') return read(lastDayOf(value.day), 'date_month_only');
  return read(overNewYear(value.day, when, cell));
}

/** `8日` and `8号` tell a day and no month. Null where the words are none. */
export function shortDay({ kind, text }: Written): number | null {
  const day = kind === 'text' ? /^(\d{1,2})[日号]$/u.exec(plain(text).replace(/\s/gu, ''))?.[1] : undefined;
  return day === undefined ? null : Number(day);
}

/** A day without a month after one: not known while that one is not; the next day of that number, in a sheet that writes all days so; else the likely ones are asked. */
function ofMonthFound(number: number, { foundOn, isShort = false }: When): Reading<Day> {
  if (foundOn === null) return unread('found_on_missing');
  const next = addDays(lastDayOf(foundOn.slice(0, 7)), 1);
  const days = [foundOn, next]
    .map((near) => `${near.slice(0, 8)}${String(number).padStart(2, '0')}`)
    .filter((day) => isDay(day) && day >= foundOn);
  const [first] = days;
  if (first === undefined) return unread('date_impossible');
  return isShort && first.startsWith(foundOn.slice(0, 7)) ? read(first) : { ok: false, code: 'date_needs_month', choices: days };
}

/** The days of a sheet by its month, as `2026-10`; null where it has none. */
export type SheetMonth = string | null;

const fewDays = /^((?:\d{4}[年./-])?\d{1,2}[月./]\d{1,2})[日号]?(?:-|至|到|~|—|–)(?:\d{1,2}[月./])?\d{1,2}[日号]?$/u;

/** The day a hazard was found; of an inspection over some days (`4月9日-10日`) the first, with a warning. A month alone is no day. */
export function dayFound(cell: Written, year: number, month: SheetMonth = null): Reading<Day> {
  const short = shortDay(cell);
  return short !== null && month !== null ? dayOfMonth(month, short) : fullDayFound(cell, year);
}

function fullDayFound(cell: Written, year: number): Reading<Day> {
  const first = cell.kind === 'text' ? fewDays.exec(plain(cell.text).replace(/\s/gu, ''))?.[1] : undefined;
  const day = dayFrom(first === undefined ? cell : asText(first), year);
  if (!day.ok) return { ok: false, code: day.code, ...(day.choices !== undefined && { choices: day.choices.map((each) => each.day) }) };
  if (day.value.precision === 'month') return unread('date_unreadable');
  return read(day.value.day, first === undefined ? undefined : 'date_of_several');
}

function dayOfMonth(month: string, number: number): Reading<Day> {
  const day = `${month}-${String(number).padStart(2, '0')}`;
  return isDay(day) ? read(day) : unread('date_impossible');
}

function overNewYear(day: Day, { foundOn, year }: When, cell: Written): Day {
  const isBefore = foundOn !== null && day < foundOn && foundOn.slice(5) >= '11' && day.slice(5) < '04';
  return isBefore && day.startsWith(`${year}-`) && !cell.text.includes(String(year)) ? `${year + 1}${day.slice(4)}` : day;
}
