import { addDays, type Day } from '../../kernel/index.ts';
import { lastDayOf } from '../dates.ts';
import { numberInWords } from '../number-in-words.ts';
import { asText, type Reading, read, unread } from '../reading.ts';
import { dayOfWork, type When } from './row-days.ts';

const withinMonths = /^(?:在)?(?:(\d{1,2})个月|(半)年)(?:之?以?内|完成)*$/u;
const ofTenDays =
  /^(?:(?:(?<year>\d{4})年)?(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})月份?|(?<near>[本当该下次])个?月)的?(?<third>[上中下])旬(?:以?内|底|末|完成)*(?<before>之?以?前)?(?:完成)?$/u;
const monthEnd = /^(?:([本当该下次])个?)?月(?:底|末|内)(?:之?以?前|完成)*$/u;
const yearEnd = /^(?:(\d{4})年|[今本当]年度?|年)年?(?:底|末|内)(?:之?以?前|完成)*$/u;
const quarterEnd = /^(?:(?<year>\d{4})年)?(?:第?(?<quarter>[一二三四1-4])|[本当该])?季度?(?:底|末|内)(?:之?以?前|完成)*$/u;

/** 一个月内, 半年内: so many calendar months, to the day of the same number or, in a shorter month, its last. Null when the words are none. */
export function monthsSince(words: string, { foundOn }: When): Reading<Day> | null {
  const [, months, half] = withinMonths.exec(words) ?? [];
  if (months === undefined && half === undefined) return null;
  return foundOn === null ? unread('found_on_missing') : read(monthsLater(foundOn, half === undefined ? Number(months) : 6));
}

function monthsLater(day: Day, months: number): Day {
  const last = lastDayOf(monthAfter(day, months));
  const same = `${last.slice(0, 8)}${day.slice(8)}`;
  return same < last ? same : last;
}

/** `2026-11` and two are `2027-01`. */
function monthAfter(day: Day, months: number): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7);
}

/**
 * 10月中旬, 本月下旬: the last day of the ten days, with a warning. So a month alone is read, too: whoever writes a span means that it may
 * take until its end, and nobody is late before it is over. 10月中旬前 may end before the ten days begin or with them: of both days one is
 * asked for, unless the earlier one lies before the day found. Null when the words are none.
 */
export function ofTheTenDays(words: string, when: When): Reading<Day> | null {
  const { year, month, near, third, before } = ofTenDays.exec(words)?.groups ?? {};
  if (third === undefined) return null;
  const first = near === undefined ? firstOfNamed({ year, month }, when) : firstOfNear(near, when.foundOn);
  if (!first.ok) return first;
  const [begin, end] = tenDaysFrom(first.value, third);
  return thisOrNext(end, year, when) ?? (before === undefined ? byTheEnd(end) : beforeThem(addDays(begin, -1), end, when));
}

function byTheEnd(end: Day): Reading<Day> {
  return read(end, 'deadline_of_ten_days');
}

function beforeThem(early: Day, end: Day, { foundOn }: When): Reading<Day> {
  if (foundOn !== null && early < foundOn) return byTheEnd(end);
  return { ok: false, code: 'deadline_before_ten_days', choices: [early, end] };
}

/** A span without its year that was over when the hazard was found may lie in the next one: that is asked. Null where there is no doubt. */
function thisOrNext(end: Day, year: string | undefined, { foundOn }: When): Reading<Day> | null {
  if (year !== undefined || foundOn === null || end >= foundOn) return null;
  const nextMonth = `${Number(end.slice(0, 4)) + 1}${end.slice(4, 7)}`;
  const isLast = end === lastDayOf(end.slice(0, 7));
  return { ok: false, code: 'deadline_year_unsure', choices: [end, isLast ? lastDayOf(nextMonth) : `${nextMonth}${end.slice(7)}`] };
}

type Named = { readonly year: string | undefined; readonly month: string | undefined };

/** A month without a year lies where a day of it would. */
function firstOfNamed({ year, month = '' }: Named, when: When): Reading<Day> {
  const number = /^\d/u.test(month) ? Number(month) : numberInWords(month);
  return dayOfWork(asText(`${year === undefined ? '' : `${year}年`}${number}月1日`), when);
}

function firstOfNear(near: string, foundOn: Day | null): Reading<Day> {
  return foundOn === null ? unread('found_on_missing') : read(`${nearMonth(near, foundOn)}-01`);
}

function nearMonth(near: string | undefined, foundOn: Day): string {
  return monthAfter(foundOn, near === '下' || near === '次' ? 1 : 0);
}

function tenDaysFrom(first: Day, third: string): readonly [Day, Day] {
  if (third === '上') return [first, addDays(first, 9)];
  if (third === '中') return [addDays(first, 10), addDays(first, 19)];
  return [addDays(first, 20), lastDayOf(first.slice(0, 7))];
}

/** 月底前, 下月底, 年底前, 年内, 季度末, 三季度末: the last day of what is named, by the day found where it is not named in full. */
export function ofTheEnd(words: string, when: When): Reading<Day> | null {
  return ofMonth(words, when) ?? ofYear(words, when) ?? ofQuarter(words, when);
}

function ofMonth(words: string, { foundOn }: When): Reading<Day> | null {
  const named = monthEnd.exec(words);
  if (named === null) return null;
  return foundOn === null ? unread('found_on_missing') : read(lastDayOf(nearMonth(named[1], foundOn)));
}

function ofYear(words: string, { foundOn }: When): Reading<Day> | null {
  const named = yearEnd.exec(words);
  if (named === null) return null;
  const year = named[1] ?? foundOn?.slice(0, 4);
  return year === undefined ? unread('found_on_missing') : read(`${year}-12-31`);
}

function ofQuarter(words: string, when: When): Reading<Day> | null {
  const named = quarterEnd.exec(words);
  if (named === null) return null;
  const { year, quarter } = named.groups ?? {};
  if (year !== undefined && quarter === undefined) return null;
  if (quarter !== undefined) return endOfQuarter(Number(numberInWords(quarter) ?? quarter), { ...when, written: year });
  return when.foundOn === null ? unread('found_on_missing') : read(lastDayOf(`${when.foundOn.slice(0, 5)}${lastMonth(when.foundOn)}`));
}

function lastMonth(day: Day): string {
  return String(Math.ceil(Number(day.slice(5, 7)) / 3) * 3).padStart(2, '0');
}

function endOfQuarter(quarter: number, { written, ...when }: When & { readonly written: string | undefined }): Reading<Day> {
  const day = ['3月31日', '6月30日', '9月30日', '12月31日'][quarter - 1] ?? '';
  const end = dayOfWork(asText(`${written === undefined ? '' : `${written}年`}${day}`), when);
  return end.ok ? (thisOrNext(end.value, written, when) ?? end) : end;
}
