import { isMonthOrDay, type MonthOrDay } from '../../equipment/index.ts';
import { isDay } from '../../kernel/index.ts';
import { dayFrom } from '../dates.ts';
import { type Reading, read, unread, type Written } from '../reading.ts';
import { plain } from '../text-keys.ts';

const shortMonth = /^(\d{2})\s?[-./年]\s?(\d{1,2})\s?月?$/u;
const compactMonth = /^((?:19|20)\d{2})(\d{2})$/u;
const illegible = /看不清|不清|磨损|模糊|无铭牌|铭牌缺失|脱落|不详|不明/u;

/** 铭牌看不清: the words say why there is no date. */
export function isIllegible(text: string): boolean {
  return illegible.test(plain(text));
}

/**
 * A date of a nameplate: `2025.07`, `25.7`, `202507` and `2025年7月` are months; days in any style. A number that Excel may have shortened
 * (25.1 for 25.10) has two readings and neither is taken.
 */
export function monthOrDayFrom(cell: Written): Reading<MonthOrDay> {
  const text = plain(cell.text).replace(/[.。,，;；]+$/u, '');
  const short = shortMonth.exec(text);
  if (short !== null) return shortOf(cell, `20${short[1]}`, short[2] ?? '');
  const compact = compactMonth.exec(text);
  if (compact !== null) return monthOf(compact[1] ?? '', compact[2] ?? '');
  return dayAlone(cell);
}

function dayAlone(cell: Written): Reading<MonthOrDay> {
  const day = dayFrom(cell);
  if (day.ok) return read(day.value.day);
  return { ok: false, code: day.code, ...(day.choices !== undefined && { choices: day.choices.map((each) => each.day) }) };
}

function shortOf(cell: Written, year: string, month: string): Reading<MonthOrDay> {
  const written = monthOf(year, month);
  if (cell.kind !== 'number' || month !== '1') return written;
  return { ok: false, code: 'date_ambiguous', choices: [`${year}-01`, `${year}-10`] };
}

function monthOf(year: string, month: string): Reading<MonthOrDay> {
  const named = `${year}-${month.padStart(2, '0')}`;
  return isMonthOrDay(named) && isDay(`${named}-01`) ? read(named) : unread('date_impossible');
}
