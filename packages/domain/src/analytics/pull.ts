import { refuse } from '../kernel/index.ts';
import type { Column, Operator } from './column.ts';
import { operators } from './column.ts';
import type { Dataset, DatasetTime } from './dataset.ts';
import { type DatasetName, datasets } from './datasets/index.ts';
import { codeAmong, isWord, refuseValue, shown, valueFor } from './values.ts';

export const pullFormats = ['json', 'ndjson', 'csv'] as const;
export type PullFormat = (typeof pullFormats)[number];

/** Heads of a CSV: in Chinese for people, or the names of the columns for programs. */
export const headLanguages = ['zh', 'en'] as const;
export type HeadLanguage = (typeof headLanguages)[number];

export const mostValues = 100;
/** Rows of one JSON answer; the other formats are streamed whole unless a limit is asked for. */
export const jsonRows = { usual: 100, most: 1000 } as const;
const mostStreamed = 100_000_000;

export type Condition = { readonly column: string; readonly operator: Operator; readonly values: readonly string[] };

/** One reading of a dataset, checked against the catalogue: nothing in it is a caller's own words but values, and those fit their column. */
export type Pull = {
  readonly dataset: DatasetName;
  readonly columns: readonly string[];
  readonly conditions: readonly Condition[];
  readonly sort: { readonly column: string; readonly descending: boolean };
  /** The values of the last row seen: of the sort, then of the key. */
  readonly after: readonly [string, string] | null;
  readonly limit: number | null;
  readonly format: PullFormat;
  readonly heads: HeadLanguage;
  readonly on: string | null;
  readonly knownAt: string | null;
};

/** The query of an address: every name with all values that it was given. */
export type Given = Readonly<Record<string, readonly string[]>>;

/** Reads a query against the catalogue. Refuses, naming the parameter, whatever the dataset does not have. */
export function pullOf(name: DatasetName, given: Given, preferred: PullFormat = 'json'): Pull {
  const set: Dataset = datasets[name];
  const once = onlyOnce(given);
  const format = once['format'] === undefined ? preferred : codeAmong(pullFormats, 'format', once['format']);
  const sort = sortOf(set, once['sort']);
  return {
    dataset: name,
    columns: selected(set, once['select']),
    conditions: Object.entries(once).flatMap(([parameter, value]) => conditionOf(set, parameter, value)),
    sort,
    after: once['after'] === undefined ? null : cursorOf(set, sort.column, once['after']),
    limit: limitOf(format, once['limit']),
    format,
    heads: once['heads'] === undefined ? 'zh' : codeAmong(headLanguages, 'heads', once['heads']),
    on: timeOf(set, 'on', once['on']),
    knownAt: timeOf(set, 'knownAt', once['knownAt']),
  };
}

const settings = ['select', 'sort', 'after', 'limit', 'format', 'heads'] as const;

/** The names of all parameters that a dataset takes. */
export function parametersOf(name: DatasetName): string[] {
  const set: Dataset = datasets[name];
  const filters = Object.entries(set.columns).flatMap(([column, shape]) =>
    shape.operators.map((operator) => parameterOf(column, operator)),
  );
  return [...settings, ...set.times, ...filters];
}

export function parameterOf(column: string, operator: Operator): string {
  return operator === 'eq' ? column : `${column}.${operator}`;
}

function onlyOnce(given: Given): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).map(([parameter, values]) => {
      const [value = '', second] = values;
      if (second !== undefined) refuseValue('analytics.given_twice', parameter, second);
      return [parameter, value];
    }),
  );
}

function selected(set: Dataset, said: string | undefined): string[] {
  if (said === undefined) return Object.keys(set.columns);
  const names = said.split(',').map((name) => name.trim());
  for (const [at, name] of names.entries()) {
    if (!Object.hasOwn(set.columns, name)) refuseValue('analytics.unknown_column', 'select', name, { allowed: namesOf(set) });
    if (names.indexOf(name) !== at) refuseValue('analytics.given_twice', 'select', name);
  }
  return names;
}

function namesOf(set: Dataset): string {
  return Object.keys(set.columns).join('、');
}

function sortOf(set: Dataset, said: string | undefined): Pull['sort'] {
  if (said === undefined) return { column: set.sorts[0] ?? set.key, descending: false };
  const descending = said.startsWith('-');
  const column = descending ? said.slice(1) : said;
  if (!set.sorts.includes(column)) refuseValue('analytics.unknown_sort', 'sort', said, { allowed: set.sorts.join('、') });
  return { column, descending };
}

function cursorOf(set: Dataset, sort: string, said: string): readonly [string, string] {
  const cut = said.lastIndexOf('~');
  const parts = [said.slice(0, Math.max(cut, 0)), said.slice(cut + 1)] as const;
  const fits = cut > 0 && isPossible(set.columns[sort], parts[0]) && isPossible(set.columns[set.key], parts[1]);
  return fits ? parts : refuseValue('analytics.bad_cursor', 'after', said);
}

function isPossible(column: Column | undefined, value: string): boolean {
  if (column === undefined) return false;
  try {
    return valueFor(column, 'after', value) === value;
  } catch {
    return false;
  }
}

function limitOf(format: PullFormat, said: string | undefined): number | null {
  const most = format === 'json' ? jsonRows.most : mostStreamed;
  if (said === undefined) return format === 'json' ? jsonRows.usual : null;
  const fits = /^\d{1,9}$/.test(said) && Number(said) >= 1 && Number(said) <= most;
  return fits ? Number(said) : refuseValue('analytics.bad_limit', 'limit', said, { most: String(most) });
}

function timeOf(set: Dataset, time: DatasetTime, said: string | undefined): string | null {
  if (said === undefined || !set.times.includes(time)) return null;
  return valueFor({ type: time === 'on' ? 'day' : 'instant', operators: [], empty: false }, time, said);
}

function conditionOf(set: Dataset, parameter: string, said: string): Condition[] {
  if ([...settings, ...set.times].some((each) => each === parameter)) return [];
  const found = filterNamed(set, parameter) ?? refuse('invalid', 'analytics.unknown_parameter', { parameter: shown(parameter) });
  const { column, shape, operator } = found;
  return [{ column, operator, values: valuesOf(shape, operator, { parameter, said }) }];
}

function filterNamed(set: Dataset, parameter: string) {
  const [column = ''] = parameter.split('.');
  const shape = Object.hasOwn(set.columns, column) ? set.columns[column] : undefined;
  const operator = operators.find((each) => parameterOf(column, each) === parameter);
  return shape === undefined || operator === undefined || !shape.operators.includes(operator) ? null : { column, shape, operator };
}

function valuesOf(column: Column, operator: Operator, { parameter, said }: { parameter: string; said: string }): string[] {
  if (operator === 'within') return [isWord(said) ? said : refuseValue('analytics.not_a_unit', parameter, said)];
  const values = operator === 'in' ? said.split(',') : [said];
  if (values.length > mostValues) refuseValue('analytics.too_many_values', parameter, said, { most: String(mostValues) });
  return values.map((value) => valueFor(column, parameter, value));
}
