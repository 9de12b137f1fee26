import type { RowAnswer } from '../answers.ts';
import { problemAt, verdictOf } from '../row-reader.ts';
import type { Verdict } from '../verdict.ts';
import type { HazardDraft, KnownHazard } from './hazard-draft.ts';
import type { HazardField } from './hazard-fields.ts';
import { advanceOver } from './moved-on.ts';
import { hazardNamed, leftOut, type Read, rowNamed } from './left-out.ts';
import { neighbourhoods } from './neighbourhoods.ts';
import type { HazardLine } from './read-hazard.ts';
import { resemblanceOf } from './resemblance.ts';

export type There = {
  readonly existing?: readonly KnownHazard[];
  /** Hash of the file's content: a row that came in before is told from a later one that says the same. */
  readonly fileHash?: string;
};

/** The verdict of each row: duplicates within the file, hazards that are there already, and rows that resemble another. */
export function judge(lines: readonly HazardLine[], { existing = [], fileHash = '' }: There): readonly Verdict<HazardDraft>[] {
  const known = knownBy(existing, fileHash);
  const near = neighbourhoods(draftsOf(lines), existing);
  const first = new Map<string, HazardDraft>();
  const claims = claimsOn(lines, known);
  const there = (read: Read, same: KnownHazard, isSaid = false): Verdict<HazardDraft> => {
    const claimed = claims(same, read.draft);
    return claimed === null ? alreadyThere(read, { same, fileHash, isSaid }) : toldTwice(read, claimed);
  };
  return lines.map((line): Verdict<HazardDraft> => {
    const { reader, draft } = line;
    if (draft === null) return verdictOf<HazardField, HazardDraft>(reader, null);
    const identity = identityOf(draft);
    const before = first.get(identity);
    if (before !== undefined) return toldTwice({ reader, draft }, before);
    first.set(identity, draft);
    const same = known.of(draft, identity);
    if (same !== undefined) return there({ reader, draft }, same);
    const resembled = resemblanceOf(reader, near(draft));
    if (resembled.kind === 'row') return toldTwice({ reader, draft }, resembled.row);
    if (resembled.kind === 'own') return verdictOf(reader, draft);
    if (resembled.kind === 'hazard') return there({ reader, draft }, resembled.hazard, true);
    return leftOut({ reader, draft }, resembled.hazards.map(hazardNamed), skipped(draft, 'kept_as_is'));
  });
}

function draftsOf(lines: readonly HazardLine[]): readonly HazardDraft[] {
  return lines.flatMap(({ draft }) => (draft === null ? [] : [draft]));
}

type Identity = Pick<HazardDraft, 'unitId' | 'foundOn' | 'textKey'>;

function identityOf({ unitId, foundOn, textKey }: Identity): string {
  return `${unitId}|${foundOn}|${textKey}`;
}

type Known = { readonly of: (draft: HazardDraft, identity: string) => KnownHazard | undefined };

/** A hazard is known by its identity, and by the very row that it came from, whatever its words are there. */
function knownBy(existing: readonly KnownHazard[], fileHash: string): Known {
  const byIdentity = new Map(existing.map((hazard) => [identityOf(hazard), hazard]));
  const byRow = new Map(
    existing.flatMap((hazard) => hazard.rows.filter((row) => row.startsWith(`${fileHash}!`)).map((row) => [row, hazard])),
  );
  return {
    of: (draft, identity) => byIdentity.get(identity) ?? (byRow.size === 0 ? undefined : byRow.get(rowOf(draft, fileHash))),
  };
}

function rowOf({ source }: HazardDraft, fileHash: string): string {
  return `${fileHash}!${source.sheet}!${source.row}`;
}

type Claims = (hazard: KnownHazard, draft: HazardDraft) => HazardDraft | null;

/**
 * A hazard that is there is told of by one row of a file: the one with its very words, else the first that a person called the same. Any
 * other row that tells of it tells twice; null for the one.
 */
function claimsOn(lines: readonly HazardLine[], known: Known): Claims {
  const claimed = new Map<string, HazardDraft>();
  let isCounted = false;
  return (hazard, draft) => {
    if (known.of(draft, identityOf(draft)) === hazard) return null;
    if (!isCounted) for (const each of draftsOf(lines)) claim(claimed, known.of(each, identityOf(each)), each);
    isCounted = true;
    const before = claimed.get(hazard.id) ?? null;
    if (before === null) claimed.set(hazard.id, draft);
    return before;
  };
}

function claim(claimed: Map<string, HazardDraft>, hazard: KnownHazard | undefined, draft: HazardDraft): void {
  if (hazard !== undefined && !claimed.has(hazard.id)) claimed.set(hazard.id, draft);
}

function toldTwice(read: Read, other: HazardDraft): Verdict<HazardDraft> {
  const { source } = read.draft;
  return leftOut(read, [rowNamed(other)], { kind: 'skip', source, reason: 'duplicate', sameAs: other.source });
}

function skipped({ source }: HazardDraft, reason: 'already_there' | 'lives_on' | 'kept_as_is'): Verdict<HazardDraft> {
  return { kind: 'skip', source, reason, sameAs: null };
}

/** `isSaid` by a person, not told by the very words. */
type Same = { readonly same: KnownHazard; readonly fileHash: string; readonly isSaid: boolean };

/** A later ledger moves a hazard on; the same row again, and a ledger that tells less, change nothing. */
function alreadyThere(read: Read, { same, fileHash, isSaid }: Same): Verdict<HazardDraft> {
  const { reader, draft } = read;
  const left = (verdict: Verdict<HazardDraft>) => (isSaid ? leftOut(read, [hazardNamed(same)], verdict) : verdict);
  if (same.rows.includes(rowOf(draft, fileHash))) return skipped(draft, 'already_there');
  const advance = advanceOver(same, draft);
  if (advance === 'none') return left(skipped(draft, 'already_there'));
  if (same.livesOn) return left(skipped(draft, 'lives_on'));
  const said = saidOfMove({ reader, draft });
  if (said === 'keep') return skipped(draft, 'kept_as_is');
  const told = problemAt(reader, 'closed', advance === 'forward' ? 'hazard_moved_on' : 'hazard_moved_back');
  if (advance === 'forward') reader.warnings.push(told);
  else if (said !== 'replace') reader.questions.push(told);
  return verdictOf(reader, { ...draft, existingId: same.id });
}

function saidOfMove({ reader: { book }, draft: { source } }: Read): RowAnswer['say'] | null {
  return book.about(source.sheet, source.row, 'hazard_moved_back')?.say ?? book.row(source.sheet, source.row);
}
