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

/** Nothing is kept but the keys: a ledger has thousands of places with a few rows each. */
function eachWithEach<Item>(): AlikeIndex<Item> {
  const added: { readonly key: string; readonly item: Item }[] = [];
  return {
    add: (key, item) => void added.push({ key, item }),
    firstAlike(key, most) {
      const found: Item[] = [];
      if (added.length === 0) return found;
      const pairs = pairsOf(key);
      for (const other of added) {
        if (found.length === most) break;
        if (key === other.key || areAlike(pairs, pairsOf(other.key))) found.push(other.item);
      }
      return found;
    },
  };
}

function areAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  let missing = sharedAtLeast(one.size, other.size);
  if (one.size === 0 || missing > Math.min(one.size, other.size)) return false;
  for (const pair of one) if (other.has(pair)) missing -= 1;
  return missing <= 0;
}
