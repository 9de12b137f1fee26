import { matchKey, withoutBrackets } from './text-keys.ts';

/** One thing that a kind of file may tell, and the words offices put above its column. */
export type Field<Name extends string> = {
  readonly name: Name;
  readonly synonyms: readonly string[];
  /** Short words that mean this field only below one of the labels in `under` (类别 below 特种作业证). */
  readonly below?: { readonly under: readonly string[]; readonly words: readonly string[] };
};

/** A kind of file that can be imported: its fields, and whether a set of recognised columns is enough to read rows by. */
export type Kind<Name extends string> = {
  readonly name: string;
  readonly fields: readonly Field<Name>[];
  readonly suffices: (found: ReadonlySet<Name>) => boolean;
  /** Fields whose column only numbers the rows: they alone make no record. */
  readonly numbering: readonly Name[];
};

/** Words above a column of days: what is known by 日期 is known by 时间 as well, and the other way round. */
export function dayWords(...words: readonly string[]): readonly string[] {
  const both = words.flatMap((word) => {
    const stem = /^(.+)(?:日期|时间)$/u.exec(word)?.[1];
    return stem === undefined ? [word] : [`${stem}日期`, `${stem}时间`];
  });
  return [...new Set(both)];
}

/** What stands above a column, from the top line down to the one nearest to the data. */
export type Label = { readonly column: number; readonly parts: readonly string[] };

/** How well a label names a field: `exact` is taken, `partly` is only proposed. */
export type Fit = 'exact' | 'partly' | 'none';

export function fitOf<Name extends string>({ parts }: Label, field: Field<Name>): Fit {
  const leaf = parts.at(-1) ?? '';
  const key = matchKey(leaf);
  const words = keysOf(field);
  const isNamed = [key, matchKey(withoutBrackets(leaf)), matchKey(parts.join(''))].some((each) => words.synonyms.has(each));
  if (isNamed || fitsBelow(parts, words)) return 'exact';
  return key.length <= 20 && [...words.synonyms].some((synonym) => synonym.length > 1 && key.includes(synonym)) ? 'partly' : 'none';
}

type FieldKeys = { readonly synonyms: ReadonlySet<string>; readonly under: readonly string[]; readonly below: ReadonlySet<string> };

/** The keys of a field's words, made once: headers are looked for in every sheet, row by row. */
const made = new WeakMap<Field<string>, FieldKeys>();

function keysOf(field: Field<string>): FieldKeys {
  const known = made.get(field);
  if (known !== undefined) return known;
  const keys: FieldKeys = {
    synonyms: new Set(field.synonyms.map(matchKey)),
    under: (field.below?.under ?? []).map(matchKey),
    below: new Set((field.below?.words ?? []).map(matchKey)),
  };
  made.set(field, keys);
  return keys;
}

const keysOfAll = new WeakMap<readonly Field<string>[], ReadonlySet<string>>();

/** The keys of all words that stand above columns with these fields. */
export function synonymKeys(fields: readonly Field<string>[]): ReadonlySet<string> {
  const known = keysOfAll.get(fields);
  if (known !== undefined) return known;
  const keys = new Set(fields.flatMap((field) => [...keysOf(field).synonyms]));
  keysOfAll.set(fields, keys);
  return keys;
}

function fitsBelow(parts: readonly string[], { under, below }: FieldKeys): boolean {
  if (below.size === 0 || parts.length < 2) return false;
  const above = matchKey(parts.slice(0, -1).join(''));
  return below.has(matchKey(withoutBrackets(parts.at(-1) ?? ''))) && under.some((label) => above.includes(label));
}
