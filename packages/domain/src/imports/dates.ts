import { type Day, isDay } from '../kernel/index.ts';
import { numberInWords } from './number-in-words.ts';
import { type Reading, read, unread, type Written } from './reading.ts';
import { plain } from './text-keys.ts';

/** A day, or a month when the cell says no more: `2029-02` with precision `month`. */
export type ReadDay = { readonly day: Day; readonly precision: 'day' | 'month' };

type Year = number | null;

const separated = /^(\d{1,4})\s?[-./年\s]\s?(\d{1,2})\s?[-./月\s]\s?(\d{1,2})\s?[日号]?$/u;
const yearMonth = /^(\d{4})\s?[-./年]\s?(\d{1,2})\s?月?$/u;
const monthDay = /^(\d{1,2})\s?[-./月]\s?(\d{1,2})\s?[日号]?$/u;
/** Digits and what parts them: most days of a large file. */
const isBare = /^[\d./-]*$/u;
const compact = /^(\d{4})(\d{2})(\d{2})$/u;
const timeOfDay = /([T\s]\s?\d{1,2}:\d{2}(:\d{2})?|\s?(上午|下午|中午|早上|晚上))$/u;

/** Serial numbers that can be a day of this trade: 1954 to 2119. Smaller ones are years or counts, not days. */
const serials = { first: 20_000, last: 80_000 } as const;

/**
 * A day in any of the styles that offices write: a date cell, a serial number, `2026.3.5`, `2026年3月5日`, `26/3/5`, `20260305`,
 * `3月5日` and `3.5` with the year of the ledger (`year`), a month alone. Days that do not exist are refused, never moved.
 */
export function dayFrom(cell: Written, year: Year = null): Reading<ReadDay> {
  if (cell.kind === 'error') return unread('cell_error');
  if (cell.kind === 'number' && cell.number !== undefined) return fromNumber(cell.number, year);
  const text = plain(cell.text).replace(/[.。,，;；、]+$/u, '');
  // A bare number whose stored value is withheld comes from a workbook that counts from 1904: it may not be taken for a serial.
  if (cell.kind === 'number' && /^\d{5}$/u.test(text)) return unread('date_unreadable');
  return fromText(text, year);
}

function fromNumber(number: number, year: Year): Reading<ReadDay> {
  if (Number.isInteger(number) && number >= serials.first && number <= serials.last) return made(dayOfSerial(number));
  if (Number.isInteger(number)) return fromText(String(number), year);
  return fromFraction(String(number), year);
}

/** `1.1` may have been typed as `1.10`, which Excel shortens: both days are possible and neither is taken. */
function fromFraction(digits: string, year: Year): Reading<ReadDay> {
  const written = fromText(digits, year);
  if (!/^\d{1,4}\.[1-3]$/u.test(digits)) return written;
  const meant = fromText(`${digits}0`, year);
  if (!meant.ok || !written.ok) return written.ok ? written : meant;
  return { ok: false, code: 'date_ambiguous', choices: [written.value, meant.value] };
}

function fromText(text: string, year: Year): Reading<ReadDay> {
  const withoutTime = isBare.test(text) ? text : inDigits(text.replace(timeOfDay, '').replace(/^['’]/u, '').trim());
  const parts = separated.exec(withoutTime) ?? compact.exec(withoutTime);
  if (parts !== null) return made(isoDay(fullYear(parts[1]), parts[2], parts[3]));
  const month = yearMonth.exec(withoutTime);
  if (month !== null) return madeMonth(month[1], month[2]);
  return fromMonthDay(withoutTime, year);
}

const inWords =
  /^(?:(?<year>[〇零○一二三四五六七八九]{4})年)?(?<month>[一二三四五六七八九十]{1,3})月(?:(?<day>[一二三四五六七八九十]{1,3})[日号])?$/u;

/** 二〇二六年十月九日 is `2026年10月9日`; what is written otherwise stays. */
function inDigits(text: string): string {
  const words = inWords.exec(text)?.groups;
  if (words === undefined) return text;
  const { year, month = '', day } = words;
  const number = numberInWords(month);
  if (number === null) return text;
  const ofYear = year === undefined ? '' : `${Array.from(year, numberInWords).join('')}年`;
  return `${ofYear}${number}月${day === undefined ? '' : `${numberInWords(day) ?? day}日`}`;
}

function fromMonthDay(text: string, year: Year): Reading<ReadDay> {
  const serial = /^\d{5}$/u.test(text) ? Number(text) : 0;
  if (serial >= serials.first && serial <= serials.last) return made(dayOfSerial(serial));
  const parts = monthDay.exec(text);
  if (parts === null) return unread('date_unreadable');
  return year === null ? unread('date_needs_year') : made(isoDay(String(year), parts[1], parts[2]));
}

/** Two digits are a year of this century up to 69, of the last one from 70 on. */
function fullYear(year = ''): string {
  if (year.length !== 2) return year;
  return Number(year) < 70 ? `20${year}` : `19${year}`;
}

function isoDay(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function made(day: string): Reading<ReadDay> {
  if (!/^(19|20|21)\d\d-/u.test(day)) return unread('date_unreadable');
  return isDay(day) ? read({ day, precision: 'day' }) : unread('date_impossible');
}

function madeMonth(year = '', month = ''): Reading<ReadDay> {
  const first = isoDay(year, month, '1');
  return made(first).ok ? read({ day: first.slice(0, 7), precision: 'month' }) : unread('date_impossible');
}

/** The day of a serial number of the 1900 system, counted past the 29 February 1900 that Excel invented. */
export function dayOfSerial(serial: number): Day {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
}

/** The last day of the month `2029-02`. */
export function lastDayOf(month: string): Day {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

export type Period = { readonly from: Day | null; readonly to: ReadDay };

/** `2023.4.30-2029.4.29`, `20231008至20271007`: both ends; a single day is the end alone. */
export function periodFrom(cell: Written): Reading<Period> {
  const single = dayFrom(cell);
  if (single.ok) return read({ from: null, to: single.value });
  const [start, end] = splitPeriod(plain(cell.text));
  return start === null || end === null ? unread(single.code) : periodBetween(start, end);
}

function periodBetween(start: string, end: string): Reading<Period> {
  const from = fromText(start, null);
  const to = fromText(end, null);
  if (!from.ok) return unread(from.code);
  if (!to.ok) return unread(to.code);
  if (from.value.day > to.value.day) return unread('date_impossible');
  return read({ from: from.value.precision === 'day' ? from.value.day : null, to: to.value });
}

/** Halves at a word, or at the one dash that leaves a full date on both sides: dashes also stand inside dates. */
function splitPeriod(text: string): readonly [string | null, string | null] {
  const byWord = /^(.{6,14}?)\s?(?:至|到|~|—|–)\s?(.{6,14})$/u.exec(text);
  if (byWord !== null) return [byWord[1] ?? null, byWord[2] ?? null];
  const splits = [...text.matchAll(/-/gu)]
    .map(({ index }) => [text.slice(0, index).trim(), text.slice(index + 1).trim()] as const)
    .filter(([start, end]) => fromText(start, null).ok && fromText(end, null).ok && start.length > 7 && end.length > 5);
  return splits.length === 1 ? (splits[0] ?? [null, null]) : [null, null];
}
