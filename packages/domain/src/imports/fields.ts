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

/** What stands above a column, from the top line down to the one nearest to the data. */
export type Label = { readonly column: number; readonly parts: readonly string[] };

/** How well a label names a field: `exact` is taken, `partly` is only proposed. */
export type Fit = 'exact' | 'partly' | 'none';

export function fitOf<Name extends string>({ parts }: Label, field: Field<Name>): Fit {
  const leaf = parts.at(-1) ?? '';
  const keys = new Set([matchKey(leaf), matchKey(withoutBrackets(leaf)), matchKey(parts.join(''))]);
  const synonyms = field.synonyms.map(matchKey);
  if (synonyms.some((synonym) => keys.has(synonym)) || fitsBelow(parts, field)) return 'exact';
  const key = matchKey(leaf);
  return key.length <= 20 && synonyms.some((synonym) => synonym.length > 1 && key.includes(synonym)) ? 'partly' : 'none';
}

function fitsBelow<Name extends string>(parts: readonly string[], { below }: Field<Name>): boolean {
  if (below === undefined || parts.length < 2) return false;
  const above = matchKey(parts.slice(0, -1).join(''));
  const leaf = matchKey(withoutBrackets(parts.at(-1) ?? ''));
  return below.words.some((word) => matchKey(word) === leaf) && below.under.some((label) => above.includes(matchKey(label)));
}
