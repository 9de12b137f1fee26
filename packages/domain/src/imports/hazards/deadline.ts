import { addDays, type Day } from '../../kernel/index.ts';
import { addWorkdays, type WorkCalendar } from '../../standards/index.ts';
import { lastDayOf } from '../dates.ts';
import { numberInWords } from '../number-in-words.ts';
import { asText, type Reading, read, unread, type Written } from '../reading.ts';
import { plain } from '../text-keys.ts';
import { beforeFestival } from './before-festival.ts';
import { monthsSince, ofTheEnd, ofTheTenDays } from './deadline-spans.ts';
import { dayOfWork, type When } from './row-days.ts';

const atOnce = /^(立即|立刻|马上|当场|当日|当天|当班|现场|即查即改|立查立改|立行立改|边查边改|即知即改)(整改|完成|改正|处理)?$/u;
/** Also 三日内, 两周内. 8日 alone is no span: it may be the eighth. */
const withinDays =
  /^(?:在)?(\d{1,3})(?:个(?:自然|日历)?[日天]|(?:自然|日历)[日天]|天)(?:之?以?内|前|完成)*$|^(?:在)?(\d{1,3})日(?:之?以?内)(?:完成)?$/u;
const withinWeeks = /^(?:在)?(\d{1,2})个?(?:周|星期|礼拜)(?:之?以?内|完成)*$/u;
const withinHalfMonth = /^(?:在)?半个?月(?:之?以?内|完成)*$/u;
const nextDay = /^(次日|第二天|第二日)(?:之?以?[内前]|完成)*$/u;
/** `8日`, `8日前`: the eighth, or eight days. */
const eitherDay = /^(?:在)?(\d{1,2})[日号](?:之?以?前|完成)*$/u;
const withinWorkdays = /^(?:在)?(\d{1,3})个?工作日(?:之?以?内|前|完成)*$/u;
const endOfMonth = /^(?:(\d{4})年)?(\d{1,2})月份?(?:底|末)(?:之?前|完成)*$/u;
const noDay = /长期|持续|常态|限期|尽快|尽早|待定|未定|另行|结合|待采购|到货|停产时|检修时|大修|本周|下周|近期|视情况|逐步/u;

/**
 * Reads what stands in the column of deadlines: a day in any style; 立即 is the day found; N日内, 两周内 and N个工作日内 count from the day
 * after it, the latter by the work calendar, with a warning where a year on the way has no official notice; 半个月 is 15 days; 月底前 is the
 * last day of its month, or of the month named. 一个月内, 10月中旬, 年底前 and 国庆前 are read by `deadline-spans` and `before-festival`. 8日 may be the eighth or eight days: that is asked, but in a sheet that writes all its days
 * so. 长期、限期、结合大修 name no day: whether there is none or one is asked.
 */
export function deadlineFrom(cell: Written, when: When): Reading<Day> {
  if (cell.kind !== 'text') return ofDay(cell, when);
  const bare = plain(cell.text).replace(/\s/gu, '');
  const words = inDigits(bare.replace(/[。.,，;；]+$/u, ''));
  for (const readIn of ways) {
    const day = readIn(words, when);
    if (day !== null) return day;
  }
  const written = ofDay(cell, when);
  return !written.ok && noDay.test(words) ? unread('deadline_open') : written;
}

/** Each reads words of its kind; null when they are none. */
const ways = [numberedDay, ofMonthEnd, ofTheEnd, ofTheTenDays, monthsSince, beforeFestival, sinceFound, workdaysSince];

/** `8日` and `8号前`; null when the words are none. 号 is never a number of days. */
function numberedDay(words: string, when: When): Reading<Day> | null {
  const number = eitherDay.exec(words)?.[1];
  if (number === undefined) return null;
  return words.includes('号') ? dayOfWork(asText(`${number}号`), when) : eitherOf(Number(number), when);
}

function ofMonthEnd(words: string, { year }: When): Reading<Day> | null {
  const named = endOfMonth.exec(words);
  return named === null ? null : lastDay(named[1] ?? String(year), named[2]);
}

/** 三日内 is 3日内, 十五天 is 15天. A day with its month is left to the reader of days. */
function inDigits(words: string): string {
  return words.replace(
    /^(在?)([一二两三四五六七八九十]{1,3})(?=个|日|天|号|周|星期|礼拜|工作日|自然日)/u,
    (all, before: string, number: string) => {
      const digits = numberInWords(number);
      return digits === null ? all : `${before}${digits}`;
    },
  );
}

function eitherOf(number: number, when: When): Reading<Day> {
  const day = dayOfWork(asText(`${number}日`), when);
  if (day.ok || when.foundOn === null) return day;
  const days = [...new Set([...(day.choices ?? []), addDays(when.foundOn, number)])].toSorted();
  return { ok: false, code: 'deadline_day_or_days', choices: days };
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
function sinceFound(words: string, { foundOn }: When): Reading<Day> | null {
  const days = isAtOnce(words) ? 0 : daysIn(words);
  if (days === null) return null;
  return foundOn === null ? unread('found_on_missing') : read(addDays(foundOn, days));
}

/** 立即、当日: on the day found. */
export function isAtOnce(words: string): boolean {
  return atOnce.test(words);
}

/** How many days the words give; null when they give none. */
function daysIn(words: string): number | null {
  if (nextDay.test(words)) return 1;
  if (withinHalfMonth.test(words)) return 15;
  const weeks = withinWeeks.exec(words)?.[1];
  if (weeks !== undefined) return Number(weeks) * 7;
  const [, days, others] = withinDays.exec(words) ?? [];
  const told = days ?? others;
  return told === undefined ? null : Number(told);
}
