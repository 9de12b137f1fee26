import { rowOf } from './already-there.ts';
import type { HazardDraft, KnownHazard } from './hazard-draft.ts';

type Identity = Pick<HazardDraft, 'unitId' | 'foundOn' | 'textKey'>;

/** Unit, day found and words. */
export function identityOf({ unitId, foundOn, textKey }: Identity): string {
  return `${unitId}|${foundOn}|${textKey}`;
}

export type Known = {
  /** The hazard that this very row of this very file came in as, whatever its words are there. */
  readonly ofRow: (draft: HazardDraft) => KnownHazard | undefined;
  /** The hazard with the very words that the row in this turn (from 0) of them tells of: two places may have been told of in one wording. */
  readonly inTurn: (identity: string, turn: number) => KnownHazard | undefined;
  /** The hazard that a person called the same as these words before. */
  readonly byAlias: (identity: string) => KnownHazard | undefined;
};

/** How rows find the hazards that are there. */
export function knownBy(existing: readonly KnownHazard[], fileHash: string): Known {
  const byIdentity = Map.groupBy(existing, identityOf);
  const byRow = new Map(
    existing.flatMap((hazard) => hazard.rows.filter((row) => row.startsWith(`${fileHash}!`)).map((row) => [row, hazard])),
  );
  const byAlias = new Map(
    existing.flatMap((hazard) => (hazard.aliases ?? []).map((textKey) => [identityOf({ ...hazard, textKey }), hazard] as const)),
  );
  return {
    ofRow: (draft) => (byRow.size === 0 ? undefined : byRow.get(rowOf(draft, fileHash))),
    inTurn: (identity, turn) => byIdentity.get(identity)?.[turn],
    byAlias: (identity) => (byAlias.size === 0 ? undefined : byAlias.get(identity)),
  };
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
    claim(known.ofRow(draft) ?? known.inTurn(identity, turnOf(turns, identity)), draft);
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
