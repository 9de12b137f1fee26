import { problemAt, verdictOf } from '../row-reader.ts';
import type { CellProblem, Source, Verdict } from '../verdict.ts';
import type { HazardDraft, KnownHazard } from './hazard-draft.ts';
import type { HazardField } from './hazard-fields.ts';
import { likeness } from './likeness.ts';
import { advanceOver } from './moved-on.ts';
import type { HazardLine } from './read-hazard.ts';

export type There = {
  readonly existing?: readonly KnownHazard[];
  /** Hash of the file's content: a row that came in before is told from a later one that says the same. */
  readonly fileHash?: string;
};

/** The verdict of each row: duplicates within the file, hazards that are there already, and rows that resemble another. */
export function judge(lines: readonly HazardLine[], { existing = [], fileHash = '' }: There): readonly Verdict<HazardDraft>[] {
  const known = new Map(existing.map((hazard) => [identityOf(hazard), hazard]));
  const nearKnown = Map.groupBy(existing, dayAndUnit);
  const first = new Map<string, Source>();
  const nearby = new Map<string, HazardDraft[]>();
  return lines.map((line): Verdict<HazardDraft> => {
    const { reader, draft } = line;
    if (draft === null) return verdictOf<HazardField, HazardDraft>(reader, null);
    const identity = identityOf(draft);
    const before = first.get(identity);
    if (before !== undefined) return { kind: 'skip', source: draft.source, reason: 'duplicate', sameAs: before };
    first.set(identity, draft.source);
    const same = known.get(identity);
    if (same !== undefined) return alreadyThere(line, draft, { same, fileHash });
    const here = nearby.get(dayAndUnit(draft)) ?? [];
    nearby.set(dayAndUnit(draft), [...here, draft]);
    askIfSimilar(line, draft, { here, there: nearKnown.get(dayAndUnit(draft)) ?? [] });
    return verdictOf(reader, draft);
  });
}

type Identity = Pick<HazardDraft, 'unitId' | 'foundOn' | 'textKey'>;

function identityOf({ unitId, foundOn, textKey }: Identity): string {
  return `${unitId}|${foundOn}|${textKey}`;
}

function dayAndUnit({ unitId, foundOn }: Pick<Identity, 'unitId' | 'foundOn'>): string {
  return `${unitId}|${foundOn}`;
}

type Known = { readonly same: KnownHazard; readonly fileHash: string };

/** A later ledger moves a hazard on; the same row again, and a ledger that tells less, change nothing. */
function alreadyThere({ reader }: HazardLine, draft: HazardDraft, { same, fileHash }: Known): Verdict<HazardDraft> {
  const { source } = draft;
  const skip = (reason: 'already_there' | 'lives_on' | 'kept_as_is'): Verdict<HazardDraft> => ({
    kind: 'skip',
    source,
    reason,
    sameAs: null,
  });
  if (same.rows.includes(`${fileHash}!${source.sheet}!${source.row}`)) return skip('already_there');
  const advance = advanceOver(same, draft);
  if (advance === 'none') return skip('already_there');
  if (same.livesOn) return skip('lives_on');
  const said = reader.book.row(source.sheet, source.row);
  if (said === 'keep') return skip('kept_as_is');
  const told = problemAt(reader, 'closed', advance === 'forward' ? 'hazard_moved_on' : 'hazard_moved_back');
  if (advance === 'forward') reader.warnings.push(told);
  else if (said !== 'replace') reader.questions.push(told);
  return verdictOf(reader, { ...draft, existingId: same.id });
}

type Near = { readonly here: readonly HazardDraft[]; readonly there: readonly KnownHazard[] };

/** Same unit, same day, nearly the same words: one hazard told twice or two of one kind. Only a person can tell. */
function askIfSimilar({ reader }: HazardLine, draft: HazardDraft, { here, there }: Near): void {
  const { sheet, row } = draft.source;
  if (reader.book.row(sheet, row) === 'accept') return;
  const inFile = here.find((other) => likeness(other.textKey, draft.textKey) >= alike);
  const inHouse = there.find((other) => likeness(other.textKey, draft.textKey) >= alike);
  if (inFile === undefined && inHouse === undefined) return;
  const question = problemAt(reader, 'text', inFile === undefined ? 'hazard_similar_there' : 'hazard_similar');
  reader.questions.push(inFile === undefined ? withFacts(question, { other: inHouse?.text ?? '' }) : withFacts(question, inFile.source));
}

function withFacts(question: CellProblem, facts: Readonly<Record<string, string | number>>): CellProblem {
  return { ...question, facts: { ...question.facts, ...facts } };
}

const alike = 0.8;
