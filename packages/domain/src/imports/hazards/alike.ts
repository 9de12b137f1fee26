import { pairsOf, sharedAtLeast } from './pairs.ts';
import { rareFirst } from './rare-first.ts';

/** What was added, and of it whatever is alike to a key. */
export type AlikeIndex<Item> = {
  readonly add: (key: string, item: Item) => void;
  /** The first `most` items whose keys are alike to this one, in the order in which they were added. */
  readonly firstAlike: (key: string, most: number) => readonly Item[];
};

/** With so few keys it is quicker to compare each with each. */
const few = 12;

/**
 * Finds the keys that are alike, where `keys` are all that will be added or asked for. Two keys are alike when they share four fifths of
 * their neighbouring pairs of signs (twice those shared, by those of both). Figures count like words: `2具` and `5具` differ.
 */
export function alikeIndex<Item>(keys: readonly string[]): AlikeIndex<Item> {
  return keys.length > few ? rareFirst(keys) : eachWithEach();
}

type Cut<Item> = { readonly key: string; readonly pairs: ReadonlySet<string>; readonly item: Item };

function eachWithEach<Item>(): AlikeIndex<Item> {
  const added: Cut<Item>[] = [];
  let last = { key: '', pairs: pairsOf('') };
  const cut = (key: string) => {
    if (key !== last.key) last = { key, pairs: pairsOf(key) };
    return last;
  };
  return {
    add: (key, item) => void added.push({ ...cut(key), item }),
    firstAlike: (key, most) =>
      added.length === 0
        ? []
        : added
            .filter((other) => areAlike(cut(key), other))
            .slice(0, most)
            .map(({ item }) => item),
  };
}

function areAlike(one: Omit<Cut<unknown>, 'item'>, other: Omit<Cut<unknown>, 'item'>): boolean {
  const [size, otherSize] = [one.pairs.size, other.pairs.size];
  if (size === 0 || otherSize === 0) return one.key === other.key;
  let missing = sharedAtLeast(size, otherSize);
  if (missing > Math.min(size, otherSize)) return false;
  for (const pair of one.pairs) if (other.pairs.has(pair)) missing -= 1;
  return missing <= 0;
}
