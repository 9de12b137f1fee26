import { isDay } from '../kernel/index.ts';
import { birthdayOf, checkCharacter } from '../workforce/index.ts';
import type { ImportProblem } from './problems.ts';
import { type Reading, read, unread, type Written } from './reading.ts';
import { closeUp, plain, withoutBrackets } from './text-keys.ts';

const personName = /^\p{L}[\p{L}\p{M}·.' -]{0,39}$/u;
const outerMarks = /^[`'’"、,，。;；:：*]+|[`'’"、,，。;；:：*]+$/gu;
const dots = /[•・‧．･]/gu;

/** 姓名, without layout blanks, titles in brackets or stray marks: `马 芳` is `马芳`, `赵倩（厂长）` is `赵倩`. */
export function nameFrom(cell: Written): Reading<string> {
  if (cell.kind === 'error') return unread('cell_error');
  const name = closeUp(withoutBrackets(cell.text).replace(outerMarks, '')).replace(dots, '·');
  if (name === '') return unread('name_missing');
  return personName.test(name) ? read(name) : unread('name_unreadable');
}

/** `郭晶霞（厂长）` is a name and a title. */
export function titleInBrackets(typed: string): string | null {
  return /\(([^()]{1,20})\)/u.exec(plain(typed))?.[1]?.trim() ?? null;
}

/**
 * Several people in one cell: `曾荣敏 宋娜玉`, `谢娟蕾/许军`, `罗强、马瑞`, one to a line.
 * A blank parts two people only where both sides are names of two characters or more; otherwise it is layout (`赵 荣`).
 */
export function namesFrom(cell: Written): Reading<readonly string[]> {
  if (cell.kind === 'error') return unread('cell_error');
  const pieces = cell.text.split(/[、,，;；/／\n\r]+/u).flatMap(atBlanks);
  const names = pieces.filter((piece) => plain(piece) !== '').map((piece) => nameFrom({ text: piece, kind: 'text' }));
  const failed = names.find((name) => !name.ok);
  if (failed !== undefined && !failed.ok) return unread(failed.code);
  return read(names.flatMap((name) => (name.ok ? [name.value] : [])));
}

function atBlanks(piece: string): readonly string[] {
  const words = plain(piece).split(/\s+/u);
  const allNames = words.every((word) => /^\p{Script=Han}{2,4}$/u.test(withoutBrackets(word)));
  return words.length > 1 && allNames ? words : [piece];
}

const prefix = /^(?:\+|00)?86(?=1\d{10}$)/u;

/** A mobile number of 11 digits that begins with 1, or a fixed line with its area code; blanks and dashes are layout. */
export function phoneFrom(cell: Written): Reading<string> {
  if (cell.kind === 'error') return unread('cell_error');
  const digits = plain(cell.text)
    .replace(outerMarks, '')
    .replace(/[\s()-]/gu, '')
    .replace(prefix, '');
  return /^1\d{10}$|^0\d{9,11}$/u.test(digits) ? read(digits) : unread('phone_unreadable');
}

/** 公民身份号码: 18 characters, a birthday that exists, the right check character. Old numbers of 15 digits are refused. */
export function identityFrom(cell: Written): Reading<string> {
  if (cell.kind === 'error') return unread('cell_error');
  if (cell.kind === 'number' && Number(cell.text) >= 1e15) return unread('identity_lost_digits');
  const number = plain(cell.text).replace(outerMarks, '').replace(/[\s-]/gu, '').toUpperCase();
  const fault = faultOfIdentity(number);
  return fault === null ? read(number) : unread(fault);
}

function faultOfIdentity(number: string): ImportProblem | null {
  if (/^\d{10,}X?$/u.test(number) && number.length !== 18) return 'identity_length';
  if (!/^\d{17}[\dX]$/u.test(number)) return 'identity_unreadable';
  if (!isDay(birthdayOf(number))) return 'identity_birthday';
  return checkCharacter(number.slice(0, 17)) === number.slice(17) ? null : 'identity_check_digit';
}

/** 工号: letters, digits and dashes, upper case. */
export function staffNoFrom(cell: Written): Reading<string> {
  if (cell.kind === 'error') return unread('cell_error');
  const number = plain(cell.text).replace(outerMarks, '').replace(/\s/gu, '').toUpperCase();
  return /^[A-Z0-9][A-Z0-9._-]{0,31}$/u.test(number) ? read(number) : unread('staff_no_unreadable');
}
