import { isOpen } from '../../hazards/index.ts';
import { rowOf } from './already-there.ts';
import type { HazardDraft, KnownHazard } from './hazard-draft.ts';
import { heardBy } from './kept-tellings.ts';

type Identity = Pick<HazardDraft, 'unitId' | 'foundOn' | 'textKey'>;

/** Unit, day found and words. */
export function identityOf({ unitId, foundOn, textKey }: Identity): string {
  return `${unitId}|${foundOn}|${textKey}`;
}

export type Known = {
  /**
   * The hazard that this very row of this very file came in as, whatever its words are there, else the one with its very words. Of rows in one
   * wording one has the one hazard; of two places that were told of in it each has its own. What came in by a row of this file is no other
   * row's, whatever that one says.
   */
  readonly of: (draft: HazardDraft) => KnownHazard | undefined;
  /** The hazard that a person called the same as these words before. */
  readonly byAlias: (identity: string) => KnownHazard | undefined;
};

type ByIdentity = ReadonlyMap<string, readonly KnownHazard[]>;

/** How rows find the hazards that are there. */
export function knownBy(existing: readonly KnownHazard[], drafts: readonly HazardDraft[], fileHash: string): Known {
  const isOfFile = (row: string) => row.startsWith(`${fileHash}!`);
  const byRow = new Map(existing.flatMap((hazard) => hazard.rows.filter(isOfFile).map((row) => [row, hazard])));
  const byIdentity: ByIdentity = Map.groupBy(byRow.size === 0 ? existing : existing.filter(({ rows }) => !rows.some(isOfFile)), identityOf);
  const pairs = pairsIn(byRow.size === 0 ? drafts : drafts.filter((draft) => !byRow.has(rowOf(draft, fileHash))), byIdentity);
  const byAlias = new Map(
    existing.flatMap((hazard) => (hazard.aliases ?? []).map((textKey) => [identityOf({ ...hazard, textKey }), hazard] as const)),
  );
  return {
    of: (draft) => (byRow.size === 0 ? undefined : byRow.get(rowOf(draft, fileHash))) ?? pairs.get(draft),
    byAlias: (identity) => (byAlias.size === 0 ? undefined : byAlias.get(identity)),
  };
}

/** Of the hazards and rows in one wording each row goes to the hazard that it tells least otherwise, and rather to an open one. */
function pairsIn(drafts: readonly HazardDraft[], byIdentity: ByIdentity): ReadonlyMap<HazardDraft, KnownHazard> {
  const pairs = new Map<HazardDraft, KnownHazard>();
  if (byIdentity.size === 0) return pairs;
  for (const [identity, rows] of Map.groupBy(drafts, identityOf)) {
    const hazards = byIdentity.get(identity) ?? [];
    for (const { draft, hazard } of hazards.length > 1 ? pairedOff(rows, hazards) : forOne(rows, hazards)) pairs.set(draft, hazard);
  }
  return pairs;
}

/** One hazard goes to the row that tells it as it is, else to the first: by another one in the same words it might be closed. */
function forOne([first, ...others]: readonly HazardDraft[], [hazard]: readonly KnownHazard[]): readonly Pair[] {
  if (first === undefined || hazard === undefined) return [];
  const asItIs = others.length === 0 ? first : [first, ...others].find((draft) => differencesIn({ draft, hazard }) === 0);
  return [{ draft: asItIs ?? first, hazard }];
}

function* pairedOff(rows: readonly HazardDraft[], hazards: readonly KnownHazard[]): Generator<Pair> {
  const left = new Set(hazards.toSorted((one, two) => closedLast(one) - closedLast(two)));
  const paired = new Set<HazardDraft>();
  for (const pair of nearestFirst(rows, left)) {
    if (paired.has(pair.draft) || !left.delete(pair.hazard)) continue;
    paired.add(pair.draft);
    yield pair;
  }
}

type Pair = { readonly draft: HazardDraft; readonly hazard: KnownHazard };

const closedLast = (hazard: KnownHazard) => (isOpen(hazard) ? 0 : 1);
const differencesIn = ({ draft, hazard }: Pair) => heardBy(hazard, draft).compared.beside.length;

/** Thousands may be in one wording: those that differ in nothing are gone before the others are compared each with each. */
function* nearestFirst(rows: readonly HazardDraft[], left: ReadonlySet<KnownHazard>): Generator<Pair> {
  const told = new Set(rows);
  for (const closed of [0, 1]) {
    for (const draft of told) {
      const hazard = firstIn(left, (each) => closedLast(each) === closed && differencesIn({ draft, hazard: each }) === 0);
      if (hazard === undefined) continue;
      told.delete(draft);
      yield { draft, hazard };
    }
  }
  const all = [...told].flatMap((draft) => [...left].map((hazard) => ({ draft, hazard, apart: differencesIn({ draft, hazard }) })));
  yield* all.toSorted((one, two) => one.apart - two.apart || closedLast(one.hazard) - closedLast(two.hazard));
}

function firstIn(hazards: Iterable<KnownHazard>, fits: (hazard: KnownHazard) => boolean): KnownHazard | undefined {
  for (const hazard of hazards) if (fits(hazard)) return hazard;
  return undefined;
}

type Claims = (hazard: KnownHazard, draft: HazardDraft) => HazardDraft | null;

/**
 * A hazard that is there is told of by one row of a file: the one with its very words, else one in words that were called the same before,
 * else the first that a person calls the same. Any other row that tells of it tells twice; null for the one.
 */
export function claimsOn(drafts: readonly HazardDraft[], known: Known): Claims {
  let claimed: Map<string, HazardDraft> | null = null;
  return (hazard, draft) => {
    claimed ??= firstClaims(drafts, known);
    const before = claimed.get(hazard.id);
    if (before === undefined) claimed.set(hazard.id, draft);
    return before === undefined || before === draft ? null : before;
  };
}

function firstClaims(drafts: readonly HazardDraft[], known: Known): Map<string, HazardDraft> {
  const claimed = new Map<string, HazardDraft>();
  const claim = (hazard: KnownHazard | undefined, draft: HazardDraft) => {
    if (hazard !== undefined && !claimed.has(hazard.id)) claimed.set(hazard.id, draft);
  };
  for (const draft of drafts) claim(known.of(draft), draft);
  for (const draft of drafts) claim(known.byAlias(identityOf(draft)), draft);
  return claimed;
}
