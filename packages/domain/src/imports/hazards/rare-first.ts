import type { AlikeIndex } from './alike.ts';
import { pairsOf, sharedAtLeast } from './pairs.ts';

/** Pairs of a key, each by its rank: those that few keys have come first. */
type Ranked = readonly number[];
/** Pairs of a key thrown into two times 32 boxes: the boxes of one that are empty in the other are pairs that are not shared. */
type Boxes = readonly [number, number];
type Entry<Item> = {
  readonly at: number;
  readonly pairs: Ranked;
  readonly boxes: Boxes;
  readonly item: Item;
  /** The last search that met it. */
  metBy: number;
};
/** One pair of an entry, and which of its pairs it is. */
type Posting<Item> = { readonly entry: Entry<Item>; readonly place: number };
/** Entries by pair and, within a pair, by how many pairs they have. */
type Postings<Item> = Map<number, Map<number, Posting<Item>[]>>;

/**
 * Alike keys among thousands, without comparing each with each and with the same outcome. Such keys share a pair among the first few of
 * each, rare ones first, so that only keys with such a pair, and of about the same size, are compared at all.
 */
export function rareFirst<Item>(keys: readonly string[]): AlikeIndex<Item> {
  const ranked = rankedBy(keys);
  const postings: Postings<Item> = new Map();
  /** Keys without pairs, which are alike only to themselves. */
  const pairless = new Map<string, Item[]>();
  let [added, asked] = [0, 0];
  return {
    add(key, item) {
      const pairs = ranked(key);
      if (pairs.length === 0) listIn(pairless, key).push(item);
      else post(postings, { at: added, pairs, boxes: boxesOf(pairs), item, metBy: 0 });
      added += 1;
    },
    firstAlike(key, most) {
      const pairs = ranked(key);
      asked += 1;
      if (pairs.length === 0) return (pairless.get(key) ?? []).slice(0, most);
      return searchAll(postings, pairs, { asked, most, boxes: boxesOf(pairs), found: [] }).map(({ item }) => item);
    },
  };
}

function rankedBy(keys: readonly string[]): (key: string) => Ranked {
  const cut = new Map(keys.map((key) => [key, pairsOf(key)]));
  const counts = new Map<string, number>();
  for (const pairs of cut.values()) for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  const rarestFirst = [...counts].toSorted(([, one], [, other]) => one - other);
  const ranks = new Map(rarestFirst.map(([pair], rank) => [pair, rank]));
  const made = new Map(
    Array.from(cut, ([key, pairs]) => [key, Array.from(pairs, (pair) => ranks.get(pair) ?? 0).toSorted((one, other) => one - other)]),
  );
  return (key) => made.get(key) ?? [];
}

function post<Item>(postings: Postings<Item>, entry: Entry<Item>): void {
  const { pairs } = entry;
  for (let place = 0; place <= lastPlace(pairs.length); place += 1) {
    const pair = pairs[place] ?? -1;
    const bySize = postings.get(pair) ?? new Map<number, Posting<Item>[]>();
    postings.set(pair, bySize);
    listIn(bySize, pairs.length).push({ entry, place });
  }
}

function listIn<Key, Item>(lists: Map<Key, Item[]>, key: Key): Item[] {
  const known = lists.get(key);
  if (known !== undefined) return known;
  const list: Item[] = [];
  lists.set(key, list);
  return list;
}

/** The last place at which the first shared pair of two alike keys may stand, whatever the size of the other: 2/3 of this one at least. */
function lastPlace(size: number): number {
  return size - sharedAtLeast(size, Math.ceil((2 * size) / 3));
}

type Search<Item> = { readonly asked: number; readonly most: number; readonly boxes: Boxes; readonly found: Entry<Item>[] };

function searchAll<Item>(postings: Postings<Item>, pairs: Ranked, search: Search<Item>): readonly Entry<Item>[] {
  for (let place = 0; place <= lastPlace(pairs.length); place += 1) {
    for (const [size, some] of postings.get(pairs[place] ?? -1) ?? []) {
      const spare = pairs.length - sharedAtLeast(pairs.length, size);
      if (place <= spare && size >= pairs.length - spare) searchIn(some, { pairs, place, spare }, search);
    }
  }
  return search.found;
}

type Looked = { readonly pairs: Ranked; readonly place: number };
/** As many pairs as need not be shared. */
type Spare = { readonly spare: number };

/** Postings stand in the order of adding: behind the last of those found there is nothing better. */
function searchIn<Item>(postings: readonly Posting<Item>[], { spare, ...looked }: Looked & Spare, search: Search<Item>): void {
  const { asked, most, boxes, found } = search;
  for (const { entry, place: there } of postings) {
    const last = found.length < most ? undefined : found.at(-1);
    if (last !== undefined && entry.at >= last.at) return;
    if (entry.metBy === asked) continue;
    entry.metBy = asked;
    if (emptyIn(boxes, entry.boxes) > spare) continue;
    if (shares(looked, { pairs: entry.pairs, place: there })) keepFirst(found, entry, most);
  }
}

function boxesOf(pairs: Ranked): Boxes {
  let [low, high] = [0, 0];
  for (const pair of pairs) {
    if (pair % 64 < 32) low |= 1 << (pair % 32);
    else high |= 1 << (pair % 32);
  }
  return [low, high];
}

function emptyIn([low, high]: Boxes, [otherLow, otherHigh]: Boxes): number {
  return bitsIn(low & ~otherLow) + bitsIn(high & ~otherHigh);
}

/** How many bits of the 32 are set, counted side by side. */
function bitsIn(bits: number): number {
  const twos = bits - ((bits >>> 1) & 0x55_55_55_55);
  const fours = (twos & 0x33_33_33_33) + ((twos >>> 2) & 0x33_33_33_33);
  return Math.imul((fours + (fours >>> 4)) & 0x0f_0f_0f_0f, 0x01_01_01_01) >>> 24;
}

function keepFirst<Item>(found: Entry<Item>[], entry: Entry<Item>, most: number): void {
  const before = found.findLastIndex(({ at }) => at < entry.at);
  found.splice(before + 1, 0, entry);
  found.length = Math.min(found.length, most);
}

/** Whether enough is shared from the first shared pair on; given up as soon as it cannot be. */
function shares(one: Looked, other: Looked): boolean {
  let [here, there] = [one.place, other.place];
  let missing = sharedAtLeast(one.pairs.length, other.pairs.length);
  while (missing > 0 && missing <= Math.min(one.pairs.length - here, other.pairs.length - there)) {
    const ahead = (one.pairs[here] ?? 0) - (other.pairs[there] ?? 0);
    if (ahead === 0) missing -= 1;
    if (ahead <= 0) here += 1;
    if (ahead >= 0) there += 1;
  }
  return missing === 0;
}
