import type { Day } from '../../kernel/index.ts';
import type { WorkCalendar } from '../../standards/index.ts';
import { dayFrom, lastDayOf } from '../dates.ts';
import { asText, type Reading, read, unread, type Written } from '../reading.ts';
import { plain } from '../text-keys.ts';

/** A day of work on a hazard found on `foundOn`, in a ledger of `year`. */
export type When = {
  readonly foundOn: Day | null;
  readonly year: number;
  /** 工作日 are counted by it; without one by the week. */
  readonly calendar?: WorkCalendar | undefined;
};

/** A day of the work: a month alone means its last day, and a day without a year may lie in the year after the hazard was found. */
export function dayOfWork(cell: Written, { foundOn, year }: When): Reading<Day> {
  const day = dayFrom(cell, year);
  if (!day.ok) return { ok: false, code: day.code, ...(day.choices !== undefined && { choices: day.choices.map((each) => each.day) }) };
  const { value } = day;
  if (value.precision === 'month') return read(lastDayOf(value.day), 'date_month_only');
  return read(overNewYear(value.day, { foundOn, year }, cell));
}

const fewDays = /^((?:\d{4}[年./-])?\d{1,2}[月./]\d{1,2})[日号]?(?:-|至|到|~|—|–)(?:\d{1,2}[月./])?\d{1,2}[日号]?$/u;

/** The day a hazard was found; of an inspection over some days (`4月9日-10日`) the first, with a warning. A month alone is no day. */
export function dayFound(cell: Written, year: number): Reading<Day> {
  const first = cell.kind === 'text' ? fewDays.exec(plain(cell.text).replace(/\s/gu, ''))?.[1] : undefined;
  const day = dayFrom(first === undefined ? cell : asText(first), year);
  if (!day.ok) return { ok: false, code: day.code, ...(day.choices !== undefined && { choices: day.choices.map((each) => each.day) }) };
  if (day.value.precision === 'month') return unread('date_unreadable');
  return read(day.value.day, first === undefined ? undefined : 'date_of_several');
}

function overNewYear(day: Day, { foundOn, year }: When, cell: Written): Day {
  const isBefore = foundOn !== null && day < foundOn && foundOn.slice(5) >= '11' && day.slice(5) < '04';
  return isBefore && day.startsWith(`${year}-`) && !cell.text.includes(String(year)) ? `${year + 1}${day.slice(4)}` : day;
}
