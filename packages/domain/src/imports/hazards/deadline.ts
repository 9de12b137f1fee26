import { addDays, type Day } from '../../kernel/index.ts';
import { addWorkdays, type WorkCalendar } from '../../standards/index.ts';
import { lastDayOf } from '../dates.ts';
import { type Reading, read, unread, type Written } from '../reading.ts';
import { plain } from '../text-keys.ts';
import { dayOfWork, type When } from './row-days.ts';

const atOnce = /^(立即|立刻|马上|当场|当日|当天|当班|现场|即查即改|立查立改|立行立改|边查边改|即知即改)(整改|完成|改正|处理)?$/u;
const withinDays = /^(?:在)?(\d{1,3})个?(?:自然|日历)?[日天](?:之?以?内|前|完成)*$/u;
const withinWorkdays = /^(?:在)?(\d{1,3})个?工作日(?:之?以?内|前|完成)*$/u;
const monthEnd = /^(?:本|当|该)?月(?:底|末)(?:之?前|完成)*$/u;
const endOfMonth = /^(?:(\d{4})年)?(\d{1,2})月份?(?:底|末)(?:之?前|完成)*$/u;
const noDay = /长期|持续|常态|限期|尽快|尽早|待定|未定|另行|结合|待采购|到货|停产时|检修时|大修|本周|下周|近期|视情况|逐步/u;

/**
 * Reads what stands in the column of deadlines: a day in any style; 立即 is the day found; N日内 and N个工作日内 count from the day after it,
 * the latter by the work calendar, with a warning where a year on the way has no official notice; 月底前 is the last day of its month, or of
 * the month named. 长期、限期、结合大修 name no day: whether there is none or one is asked.
 */
export function deadlineFrom(cell: Written, when: When): Reading<Day> {
  if (cell.kind !== 'text') return ofDay(cell, when);
  const words = plain(cell.text)
    .replace(/\s/gu, '')
    .replace(/[。.,，;；]+$/u, '');
  const named = endOfMonth.exec(words);
  if (named !== null) return lastDay(named[1] ?? String(when.year), named[2]);
  const day = sinceFound(words, when.foundOn) ?? workdaysSince(words, when) ?? ofDay(cell, when);
  return !day.ok && noDay.test(words) ? unread('deadline_open') : day;
}

function ofDay(cell: Written, when: When): Reading<Day> {
  return dayOfWork({ ...cell, text: plain(cell.text).replace(/(之前|以前|前)$/u, '') }, when);
}

function lastDay(year: string, month = ''): Reading<Day> {
  const number = Number(month);
  return number >= 1 && number <= 12 ? read(lastDayOf(`${year}-${month.padStart(2, '0')}`)) : unread('date_impossible');
}

/** 工作日 from the day after the one found; null when the words are none. */
function workdaysSince(words: string, { foundOn, calendar = week }: When): Reading<Day> | null {
  const workdays = withinWorkdays.exec(words)?.[1];
  if (workdays === undefined) return null;
  if (foundOn === null) return unread('found_on_missing');
  const { day, certain } = addWorkdays(calendar, foundOn, Number(workdays));
  return certain ? read(day) : read(day, 'deadline_by_week');
}

/** Nothing is known of any year: Monday to Friday. */
const week: WorkCalendar = { days: new Map(), noticedYears: new Set() };

/** Words that count from the day found; null when these are none. */
function sinceFound(words: string, foundOn: Day | null): Reading<Day> | null {
  const days = withinDays.exec(words)?.[1];
  const isAtOnce = atOnce.test(words);
  const isMonthEnd = monthEnd.test(words);
  if (days === undefined && !isAtOnce && !isMonthEnd) return null;
  if (foundOn === null) return unread('found_on_missing');
  if (isMonthEnd) return read(lastDayOf(foundOn.slice(0, 7)));
  return read(isAtOnce ? foundOn : addDays(foundOn, Number(days)));
}
