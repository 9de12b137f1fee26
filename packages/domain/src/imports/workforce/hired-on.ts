import { addDays, type Day, isDay, isPlausibleDay } from '../../kernel/index.ts';
import { birthdayOf } from '../../workforce/index.ts';
import { choice } from '../answers.ts';
import { dayFrom, type ReadDay } from '../dates.ts';
import type { ImportProblem } from '../problems.ts';
import { optional, problemAt, type RowReader, saidOf } from '../row-reader.ts';
import type { PersonField } from './person-fields.ts';

type Reader = RowReader<PersonField>;
type Life = { readonly identity: string | null; readonly today: Day };

const youngest = 16;

/**
 * 入职日期. A day on which the person was a child, and one that another century makes plausible (`69.5.1`), are asked about; any other day
 * that cannot be one is left out, and the row says so.
 */
export function hiredOnOf(reader: Reader, life: Life): Day | null {
  const written = optional(reader, 'hiredOn', dayFrom, ({ day }) => day);
  if (written === null) return null;
  const day = firstDayOf(written);
  const meant = ofAnotherCentury(day, life);
  if (meant !== null && saidOf(reader, 'hiredOn') === meant) return meant;
  const hiredOn = isGrown(day, life) ? plausible(reader, { day, meant }, life) : asked(reader, { day, meant }, life);
  if (hiredOn !== null && written.precision === 'month') reader.warnings.push(problemAt(reader, 'hiredOn', 'date_month_only'));
  return hiredOn;
}

type Doubt = { readonly day: Day; readonly meant: Day | null };

/** Before the age of sixteen: it may be so, unless nobody at work can have been hired then. */
function asked(reader: Reader, { day, meant }: Doubt, { today }: Life): Day {
  const isPossible = isPlausibleDay(day, today);
  if (!isPossible || !isAccepted(reader)) ask(reader, 'hired_too_young', [meant, isPossible ? choice.accept : null]);
  return day;
}

function plausible(reader: Reader, { day, meant }: Doubt, { today }: Life): Day | null {
  if (isPlausibleDay(day, today)) {
    if (day > today) reader.warnings.push(problemAt(reader, 'hiredOn', 'date_after_today'));
    return day;
  }
  if (meant !== null) ask(reader, 'hired_on_implausible', [meant]);
  else reader.warnings.push({ ...problemAt(reader, 'hiredOn', 'hired_on_left_out', [{ value: choice.empty, label: '' }]), facts: {} });
  return null;
}

function ask(reader: Reader, code: ImportProblem, offered: readonly (string | null)[]): void {
  const values = [...offered.filter((value) => value !== null), choice.empty];
  const candidates = values.map((value) => ({ value, label: value }));
  reader.questions.push(problemAt(reader, 'hiredOn', code, candidates));
}

/** Whether a person said that the day is right as it is written, at its cell or of the whole row. */
function isAccepted(reader: Reader): boolean {
  const { sheet, row } = reader.row.source;
  return saidOf(reader, 'hiredOn') === choice.accept || reader.book.row(sheet, row) === 'accept';
}

function isGrown(day: Day, { identity }: Life): boolean {
  return identity === null || day >= comingOfAge(identity);
}

/** The same day a hundred years later or earlier, where that is a day on which this person can have been hired. */
function ofAnotherCentury(day: Day, life: Life): Day | null {
  if (isPlausibleDay(day, life.today)) return null;
  const other = `${Number(day.slice(0, 4)) + (day < life.today ? 100 : -100)}${day.slice(4)}`;
  return isDay(other) && isPlausibleDay(other, life.today) && other <= life.today && isGrown(other, life) ? other : null;
}

/** The day on which a person may first be employed (劳动法 art. 15: sixteen years). */
function comingOfAge(identity: string): Day {
  const born = birthdayOf(identity);
  const turning = `${Number(born.slice(0, 4)) + youngest}${born.slice(4)}`;
  return born.endsWith('02-29') ? addDays(`${turning.slice(0, 4)}-02-28`, 1) : turning;
}

function firstDayOf({ day, precision }: ReadDay): Day {
  return precision === 'day' ? day : `${day}-01`;
}
