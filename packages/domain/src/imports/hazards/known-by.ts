import { isOpen } from '../../hazards/index.ts';
import { rowOf } from './already-there.ts';
import { comparedWith } from './compared.ts';
import type { HazardDraft, KnownHazard } from './hazard-draft.ts';

type Identity = Pick<HazardDraft, 'unitId' | 'foundOn' | 'textKey'>;

/** Unit, day found and words. */
export function identityOf({ unitId, foundOn, textKey }: Identity): string {
  return `${unitId}|${foundOn}|${textKey}`;
}

/** A row among those in its wording, from 0. */
type Turn = { readonly identity: string; readonly turn: number };

export type Known = {
  /**
   * The hazard that this very row of this very file came in as, whatever its words are there, else the one with its very words. Of rows in one
   * wording only the first has the one hazard; of two places that were told of in it each has its own. What came in by a row of this file is
   * no other row's, whatever that one says.
   */
  readonly of: (draft: HazardDraft, turn: Turn) => KnownHazard | undefined;
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
  const inWords = (draft: HazardDraft, { identity, turn }: Turn) => {
    const [hazard, ...others] = byIdentity.get(identity) ?? [];
    if (others.length > 0) return pairs.get(draft);
    return turn === 0 ? hazard : undefined;
  };
  return {
    of: (draft, turn) => (byRow.size === 0 ? undefined : byRow.get(rowOf(draft, fileHash))) ?? inWords(draft, turn),
    byAlias: (identity) => (byAlias.size === 0 ? undefined : byAlias.get(identity)),
  };
}

/** Of several hazards and rows in one wording each row goes to the hazard that it tells least otherwise, and rather to an open one. */
function pairsIn(drafts: readonly HazardDraft[], byIdentity: ByIdentity): ReadonlyMap<HazardDraft, KnownHazard> {
  const pairs = new Map<HazardDraft, KnownHazard>();
  const several = new Set([...byIdentity].flatMap(([identity, hazards]) => (hazards.length > 1 ? [identity] : [])));
  if (several.size === 0) return pairs;
  for (const [identity, rows] of Map.groupBy(drafts, identityOf)) {
    if (!several.has(identity)) continue;
    const left = new Set((byIdentity.get(identity) ?? []).toSorted((one, two) => closedLast(one) - closedLast(two)));
    for (const { draft, hazard } of nearestFirst(rows, left)) {
      if (pairs.has(draft) || !left.delete(hazard)) continue;
      pairs.set(draft, hazard);
    }
  }
  return pairs;
}

type Pair = { readonly draft: HazardDraft; readonly hazard: KnownHazard };

const closedLast = (hazard: KnownHazard) => (isOpen(hazard) ? 0 : 1);
const differencesIn = ({ draft, hazard }: Pair) => comparedWith(hazard, draft).beside.length;

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
  const turns = new Map<string, number>();
  const claim = (hazard: KnownHazard | undefined, draft: HazardDraft) => {
    if (hazard !== undefined && !claimed.has(hazard.id)) claimed.set(hazard.id, draft);
  };
  for (const draft of drafts) {
    const identity = identityOf(draft);
    claim(known.of(draft, { identity, turn: turnOf(turns, identity) }), draft);
  }
  for (const draft of drafts) claim(known.byAlias(identityOf(draft)), draft);
  return claimed;
}

/** Which of the rows with one identity this is, from 0. */
export function turnOf(turns: Map<string, number>, identity: string): number {
  const turn = turns.get(identity) ?? 0;
  turns.set(identity, turn + 1);
  return turn;
}
