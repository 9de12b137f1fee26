import type { SheetCell } from '@changming/domain/imports';

import type { NumberFormat } from './number-formats.ts';
import { refuseImport } from './refuse-import.ts';
import type { Struck } from './struck.ts';
import { unescapeExcel } from './xml.ts';

/** One `<c>` element as it stands in the XML. */
export type RawCell = {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  /** Text of `<v>`, or of the runs of an inline string; null when the cell has neither. */
  readonly value: string | null;
  readonly formula: string | null;
};

export type Book = {
  readonly strings: readonly string[];
  readonly styles: readonly NumberFormat[];
  readonly struck: Struck;
  readonly date1904: boolean;
};

/** Whether the cell, or a part of its text, is struck out. */
export function isStruck({ type, style, value }: RawCell, { struck }: Book): boolean {
  return struck.styles.has(style) || (type === 's' && struck.strings.has(Number(value)));
}

/** A formula that reaches into another program: `cmd|'/C calc'!A0`. */
const dde = /^\s*[=+\-@]?\s*['"]?[\w. ]{1,64}['"]?\s*\|/u;
const days1904 = 1462;
const plainNumber: NumberFormat = { isDate: false, digits: 0 };

/** What a person sees in the cell; null when that is nothing. A formula that was never calculated shows itself as an error. */
export function cellOf(raw: RawCell, book: Book): SheetCell | null {
  if (raw.formula !== null && dde.test(raw.formula)) refuseImport('imports.dde');
  const shown = raw.value === null ? uncalculated(raw) : shownBy(raw, raw.value, book);
  if (shown === null || shown.text === '') return null;
  const cell = { column: raw.column, ...shown };
  return raw.formula === null ? cell : { ...cell, formula: true };
}

type Shown = Pick<SheetCell, 'text' | 'kind' | 'number'>;

function uncalculated({ formula }: RawCell): Shown | null {
  return formula === null || formula === '' ? null : { text: `=${formula}`, kind: 'error' };
}

function shownBy(raw: RawCell, value: string, book: Book): Shown {
  if (raw.type === 's') return sharedText(value, book);
  if (raw.type === 'str' || raw.type === 'inlineStr') return { text: unescapeExcel(value), kind: 'text' };
  if (raw.type === 'b') return { text: value.trim() === '0' ? 'FALSE' : 'TRUE', kind: 'boolean' };
  if (raw.type === 'e') return { text: value, kind: 'error' };
  if (raw.type === 'd') return { text: value.slice(0, 16).replace(/T00:00$/u, ''), kind: 'date' };
  return numberShown(value.trim(), book.styles[raw.style], book);
}

function sharedText(index: string, { strings }: Book): Shown {
  return { text: unescapeExcel(strings[Number(index)] ?? refuseImport('imports.damaged')), kind: 'text' };
}

function numberShown(digits: string, format: NumberFormat = plainNumber, { date1904 }: Book): Shown {
  const number = Number(digits);
  if (digits === '') return { text: '', kind: 'text' };
  if (!Number.isFinite(number)) return { text: digits, kind: 'error' };
  const day = format.isDate ? dayShown(date1904 ? number + days1904 : number) : null;
  if (day !== null) return { text: day, kind: 'date', number };
  const text = digitsOf(digits, number).padStart(format.digits, '0');
  // In a workbook that counts from 1904 a bare number must not be taken for a day of 1900, so it goes without its number.
  return date1904 ? { text, kind: 'number' } : { text, kind: 'number', number };
}

/** Excel keeps 15 digits; what lies beyond is an artefact of binary fractions, except in whole numbers, which are shown in full. */
function digitsOf(digits: string, number: number): string {
  if (/^-?\d{1,21}$/u.test(digits)) return digits;
  const short = Number(number.toPrecision(15));
  return Math.abs(short) >= 1e15 && Number.isInteger(short) ? BigInt(short).toString() : String(short);
}

const minutes = 24 * 60;

/** `2026-03-05`, with `T08:30` when there is a time. Serial 60 is the 29 February 1900 that never was, and stays so. */
function dayShown(serial: number): string | null {
  if (serial < 1 || serial > 2_958_465.999) return null;
  const minute = Math.round(serial * minutes);
  const day = Math.floor(minute / minutes);
  if (day === 60) return '1900-02-29';
  const at = new Date(Date.UTC(1899, 11, day < 60 ? 31 : 30) + minute * 60_000).toISOString();
  return minute % minutes === 0 ? at.slice(0, 10) : at.slice(0, 16);
}
