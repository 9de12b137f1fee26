import { addDays, type Day } from '../../kernel/index.ts';
import { isWorkday, type WorkCalendar } from '../../standards/index.ts';
import { type Reading, read, unread } from '../reading.ts';
import type { When } from './row-days.ts';

const festival = /^(?:在)?(元旦|五一|劳动|国庆|十一|春)(?:节)?(?:放假|长假|假期|假)?(?:之?以?前)(?:完成)*$/u;
const daysOfYear: Readonly<Record<string, string>> = { 元旦: '01-01', 五一: '05-01', 劳动: '05-01', 国庆: '10-01', 十一: '10-01' };

/**
 * 国庆前, 元旦前, 五一前, 春节前: the last day that people work before the holiday, if the notice of its year is in the work calendar. Where
 * it is not, nobody knows yet which days are worked, so the day is asked, with the eve of a festival that has a fixed day on offer. 春节 has
 * none: the calendar knows it by its week off at the beginning of a year. Null when the words are none.
 */
export function beforeFestival(words: string, { foundOn, calendar }: When): Reading<Day> | null {
  const name = festival.exec(words)?.[1];
  if (name === undefined) return null;
  if (foundOn === null) return unread('found_on_missing');
  const day = firstDay(daysOfYear[name], foundOn, calendar);
  if (day === null) return unread('deadline_open');
  const last = isNoticed(calendar, day) ? lastWorkdayBefore(day, calendar) : null;
  if (last !== null && last >= foundOn) return read(last);
  return { ok: false, code: 'deadline_open', choices: [addDays(day, -1)] };
}

type Calendar = WorkCalendar | undefined;

function isNoticed(calendar: Calendar, day: Day): calendar is WorkCalendar {
  return calendar?.noticedYears.has(Number(day.slice(0, 4))) === true;
}

/** The first day of the next such festival after the day found; null for a 春节 that is not known yet. */
function firstDay(fixed: string | undefined, foundOn: Day, calendar: Calendar): Day | null {
  const year = Number(foundOn.slice(0, 4));
  const days = [year, year + 1].map((each) => (fixed === undefined ? springIn(each, calendar) : `${each}-${fixed}`));
  return days[0] === null ? null : (days.find((day) => day !== null && day > foundOn) ?? null);
}

/** No other holiday lasts a week between the middle of January and the end of February. */
function springIn(year: number, calendar: Calendar): Day | null {
  if (!isNoticed(calendar, `${year}-01-01`)) return null;
  for (let day = `${year}-01-15`; day < `${year}-02-25`; day = addDays(day, 1)) {
    if (Array.from({ length: 7 }, (_, ahead) => addDays(day, ahead)).every((each) => !isWorkday(calendar, each))) return day;
  }
  return null;
}

function lastWorkdayBefore(day: Day, calendar: WorkCalendar): Day {
  let last = addDays(day, -1);
  while (!isWorkday(calendar, last)) last = addDays(last, -1);
  return last;
}
