import { z } from 'zod';

import { isDay, periodNamed, refuse } from '../kernel/index.ts';
import type { Column, ColumnType } from './column.ts';
import type { AnalyticRefusal } from './refusals.ts';

/** As much of a wrong value as a sentence repeats, without what cannot be seen. */
export function shown(value: string): string {
  return value.replace(/\P{L}(?<![\p{N}\p{P}\p{S} ])/gu, '').slice(0, 40);
}

export function refuseValue(code: AnalyticRefusal, parameter: string, value: string, more: Readonly<Record<string, string>> = {}): never {
  return refuse('invalid', code, { parameter: shown(parameter), value: shown(value), ...more });
}

const instant = z.iso.datetime({ offset: true });
const id = z.uuid();

/** Years that a calendar has, parts of a second down to microseconds, offsets that places on earth have: the database takes no others. */
const storable = /^[12]\d{3}-[^.]*(?:\.\d{1,6})?(?:Z|[+-](?:0\d|1[0-4]):\d\d)$/;

/** An instant with its offset, as the database reads it. */
export function isInstant(value: string): boolean {
  return storable.test(value) && instant.safeParse(value).success;
}

export function isWord(value: string): boolean {
  return value.length > 0 && value.length <= 200 && value.isWellFormed() && !/\p{Cc}/u.test(value);
}

type Reader = { readonly fits: (value: string) => boolean; readonly otherwise: AnalyticRefusal };

const readers: Readonly<Record<Exclude<ColumnType, 'code' | 'list'>, Reader>> = {
  id: { fits: (value) => id.safeParse(value).success, otherwise: 'analytics.not_an_id' },
  text: { fits: isWord, otherwise: 'analytics.not_a_word' },
  count: { fits: (value) => /^-?\d{1,15}$/.test(value), otherwise: 'analytics.not_a_number' },
  decimal: { fits: (value) => /^-?\d{1,15}(\.\d{1,6})?$/.test(value), otherwise: 'analytics.not_a_number' },
  day: { fits: (value) => isDay(value) && value > '1000', otherwise: 'analytics.not_a_day' },
  instant: { fits: isInstant, otherwise: 'analytics.not_an_instant' },
  period: { fits: (value) => periodNamed(value) !== null, otherwise: 'analytics.not_a_period' },
  flag: { fits: (value) => value === 'true' || value === 'false', otherwise: 'analytics.not_a_flag' },
};

/** The value as it may be compared with `column`. Refused, naming `parameter`, when it cannot be one of its values. */
export function valueFor(column: Column, parameter: string, value: string): string {
  if (column.type === 'code' || column.type === 'list') return codeAmong(column.codes ?? [], parameter, value);
  const { fits, otherwise } = readers[column.type];
  return fits(value) ? value : refuseValue(otherwise, parameter, value);
}

/** One of a closed list. */
export function codeAmong<Code extends string>(codes: readonly Code[], parameter: string, value: string): Code {
  return codes.find((code) => code === value) ?? refuseValue('analytics.not_a_code', parameter, value, { allowed: codes.join('、') });
}
