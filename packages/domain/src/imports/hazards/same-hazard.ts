import { verdictOf } from '../row-reader.ts';
import type { Verdict } from '../verdict.ts';
import { alreadyThere, skipped } from './already-there.ts';
import type { HazardDraft, KnownHazard } from './hazard-draft.ts';
import type { HazardField } from './hazard-fields.ts';
import { claimsOn, identityOf, knownBy } from './known-by.ts';
import { hazardAs, leftOut, type Read } from './left-out.ts';
import { neighbourhoods } from './neighbourhoods.ts';
import type { HazardLine } from './read-hazard.ts';
import { memory, type Remembered } from './remembered.ts';
import { type Resemblance, resemblanceOf } from './resemblance.ts';
import { withTakenRows } from './taken-rows.ts';
import { toldTwice } from './told-twice.ts';

export type There = {
  readonly existing?: readonly KnownHazard[];
  /** Hash of the file's content: a row that came in before is told from a later one that says the same. */
  readonly fileHash?: string;
};

type Judged = { readonly verdicts: readonly Verdict<HazardDraft>[]; readonly remembered: readonly Remembered[] };

/** The verdict of each row: duplicates within the file, hazards that are there already, and rows that resemble another. */
export function judge(read: readonly HazardLine[], { existing = [], fileHash = '' }: There): Judged {
  const lines = withTakenRows(read);
  const drafts = lines.flatMap(({ draft }) => (draft === null ? [] : [draft]));
  const known = knownBy(existing, drafts, fileHash);
  const near = neighbourhoods(drafts, existing);
  const claims = claimsOn(drafts, known);
  const first = new Map<string, HazardDraft>();
  const { all: remembered, note, keep } = memory();
  const there = (row: Read, same: KnownHazard, isSaid: boolean): Verdict<HazardDraft> => {
    const claimed = claims(same, row.draft);
    return claimed === null ? alreadyThere(row, { same, fileHash, isSaid, keep }) : toldTwice(row, claimed);
  };
  const asResembled = (row: Read, resembled: Resemblance): Verdict<HazardDraft> => {
    const { reader, draft } = row;
    if (resembled.kind === 'row') return toldTwice(row, resembled.row);
    if (resembled.kind === 'own') return verdictOf(reader, draft);
    if (resembled.kind === 'hazard') return there(row, resembled.hazard, true);
    const others = resembled.hazards.map((each) => hazardAs(each, draft));
    return leftOut(row, others, () => skipped(draft, 'kept_as_is'));
  };
  const verdicts = lines.map((line): Verdict<HazardDraft> => {
    const { reader, draft } = line;
    if (draft === null) return verdictOf<HazardField, HazardDraft>(reader, null);
    const row = { reader, draft };
    const identity = identityOf(draft);
    const before = first.get(identity);
    if (before === undefined) first.set(identity, draft);
    const exact = known.of(draft);
    if (exact !== undefined) return alreadyThere(row, { same: exact, fileHash, isSaid: false, keep });
    if (before !== undefined) return toldTwice(row, before);
    const alias = known.byAlias(identity);
    if (alias !== undefined) return there(row, alias, false);
    const resembled = resemblanceOf(row, near(draft));
    const verdict = asResembled(row, resembled);
    note(draft, resembled, verdict);
    return verdict;
  });
  return { verdicts, remembered };
}
