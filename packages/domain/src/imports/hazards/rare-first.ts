import type { AlikeIndex } from './alike.ts';
import { pairsOf, sharedAtLeast } from './pairs.ts';

/** Pairs of a key, each by its rank: those that few keys have come first. */
type Ranked = readonly number[];
/** Pairs of a key thrown into two times 32 boxes: the boxes of one that are empty in the other are pairs that are not shared. */
type Boxes = readonly [number, number];
type Entry<Item> = { readonly at: number; readonly pairs: Ranked; readonly item: Item };
/**
 * One pair of many entries, in the order of adding: which entries they are, which of its pairs it is in each, and the boxes of each. They stand
 * side by side in lists of numbers, since most of them are passed over by a look at the boxes.
 */
type Postings = { readonly entries: number[]; readonly places: number[]; readonly lows: number[]; readonly highs: number[] };
/** By pair and, within a pair, by how many pairs an entry has. */
type Posted = Map<number, Map<number, Postings>>;

/**
 * Alike keys among thousands, without comparing each with each and with the same outcome. Such keys share a pair among the first few of
 * each, rare ones first, so that only keys with such a pair, and of about the same size, are compared at all.
 */
export function rareFirst<Item>(keys: readonly string[]): AlikeIndex<Item> {
  const ranked = rankedBy(keys);
  const known: Known<Item> = { entries: [], posted: new Map(), metBy: [] };
  /** Keys without pairs, which are alike only to themselves. */
  const pairless = new Map<string, Item[]>();
  let asked = 0;
  return {
    add(key, item) {
      const pairs = ranked(key);
      if (pairs.length === 0) listIn(pairless, key).push(item);
      else post(known, { at: known.entries.length, pairs, item });
    },
    firstAlike(key, most) {
      const pairs = ranked(key);
      asked += 1;
      if (pairs.length === 0) return (pairless.get(key) ?? []).slice(0, most);
      return searchAll(known, pairs, { asked, most, boxes: boxesOf(pairs), found: [] }).map(({ item }) => item);
    },
  };
}

type Known<Item> = {
  readonly entries: Entry<Item>[];
  readonly posted: Posted;
  /** The last search that compared each entry. */
  readonly metBy: number[];
};

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

function post<Item>({ entries, posted, metBy }: Known<Item>, entry: Entry<Item>): void {
  const { pairs } = entry;
  const [low, high] = boxesOf(pairs);
  for (let place = 0; place <= lastPlace(pairs.length); place += 1) {
    const postings = postingsIn(posted, pairs[place] ?? -1, pairs.length);
    postings.entries.push(entries.length);
    postings.places.push(place);
    postings.lows.push(low);
    postings.highs.push(high);
  }
  entries.push(entry);
  metBy.push(0);
}

function postingsIn(posted: Posted, pair: number, size: number): Postings {
  const bySize = posted.get(pair) ?? new Map<number, Postings>();
  posted.set(pair, bySize);
  const postings = bySize.get(size) ?? { entries: [], places: [], lows: [], highs: [] };
  bySize.set(size, postings);
  return postings;
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

function searchAll<Item>(known: Known<Item>, pairs: Ranked, search: Search<Item>): readonly Entry<Item>[] {
  for (let place = 0; place <= lastPlace(pairs.length); place += 1) {
    for (const [size, some] of known.posted.get(pairs[place] ?? -1) ?? []) {
      const spare = pairs.length - sharedAtLeast(pairs.length, size);
      if (place <= spare && size >= pairs.length - spare) searchIn(known, some, { ...search, pairs, place, spare });
    }
  }
  return search.found;
}

type Looked = { readonly pairs: Ranked; readonly place: number };
/** `spare`: as many pairs as need not be shared. */
type Looking<Item> = Search<Item> & Looked & { readonly spare: number };

/** Postings stand in the order of adding: behind the last of those found there is nothing better. */
function searchIn<Item>(known: Known<Item>, postings: Postings, looking: Looking<Item>): void {
  const { entries, lows, highs } = postings;
  const { boxes, spare } = looking;
  const [low, high] = boxes;
  let end = endOf(looking);
  for (let n = 0; n < entries.length; n += 1) {
    if ((entries[n] ?? end) >= end) return;
    if (bitsIn(low & ~(lows[n] ?? 0)) + bitsIn(high & ~(highs[n] ?? 0)) > spare) continue;
    if (isFound(known, [postings, n], looking)) end = endOf(looking);
  }
}

function endOf({ found, most }: Search<unknown>): number {
  return found.length < most ? Number.MAX_SAFE_INTEGER : (found.at(-1)?.at ?? 0);
}

/** Compares an entry, once a search, and keeps it where it is alike. */
function isFound<Item>({ entries, metBy }: Known<Item>, [postings, n]: readonly [Postings, number], looking: Looking<Item>): boolean {
  const entry = entries[postings.entries[n] ?? -1];
  if (entry === undefined || metBy[entry.at] === looking.asked) return false;
  metBy[entry.at] = looking.asked;
  if (!shares(looking, { pairs: entry.pairs, place: postings.places[n] ?? 0 })) return false;
  keepFirst(looking.found, entry, looking.most);
  return true;
}

function boxesOf(pairs: Ranked): Boxes {
  let [low, high] = [0, 0];
  for (const pair of pairs) {
    if (pair % 64 < 32) low |= 1 << (pair % 32);
    else high |= 1 << (pair % 32);
  }
  return [low, high];
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
