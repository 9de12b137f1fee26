import { instantText } from '../../ui/dates.ts';
import type { TrailEntry } from './queries.ts';

export type PointedRecord = TrailEntry['records'][number];

/** A piece of a value as a person reads it: text, or a record that is called by its name. */
export type Part = string | PointedRecord;

/** What the page knows of words and records. */
export type Teller = {
  readonly field: (field: string) => string;
  readonly code: (field: string, code: string) => string | undefined;
  readonly record: (id: string) => PointedRecord | undefined;
  readonly flag: (value: boolean) => string;
  /** A record of which the reader is told nothing. */
  readonly unnamed: (id: string) => string;
};

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/u;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** A value of a change in words: codes by their words, records by name, an instant as the clock showed it; null for nothing. */
export function partsOf(teller: Teller, field: string, value: unknown): Part[] | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return [teller.flag(value)];
  if (Array.isArray(value))
    return joined(
      value.map((item) => partsOf(teller, field, item)),
      '、',
    );
  if (typeof value === 'object') return joined(membersOf(teller, value), '，');
  return typeof value === 'string' ? [textOf(teller, field, value)] : [JSON.stringify(value)];
}

function textOf(teller: Teller, field: string, text: string): Part {
  const known = teller.code(field, text) ?? teller.record(text);
  if (known !== undefined) return known;
  if (uuid.test(text)) return teller.unnamed(text);
  return instant.test(text) ? instantText(text) : text;
}

function membersOf(teller: Teller, value: object): (Part[] | null)[] {
  return Object.entries(value).map(([name, member]) => {
    const parts = partsOf(teller, name, member);
    return parts === null ? null : [`${teller.field(name)} `, ...parts];
  });
}

function joined(several: readonly (Part[] | null)[], between: string): Part[] | null {
  const told = several.filter((parts) => parts !== null);
  return told.length === 0 ? null : told.flatMap((parts, at) => (at === 0 ? parts : [between, ...parts]));
}
