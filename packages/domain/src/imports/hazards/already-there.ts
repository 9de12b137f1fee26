import { isOpen } from '../../hazards/index.ts';
import type { RowAnswer } from '../answers.ts';
import type { ImportProblem, SkipReason } from '../problems.ts';
import { problemAt, verdictOf } from '../row-reader.ts';
import { signOf } from '../sign-of.ts';
import type { Beside, CellProblem, Verdict } from '../verdict.ts';
import { thereCandidate } from './candidates.ts';
import { type Comparison, otherLevel, overlaid } from './compared.ts';
import type { HazardDraft, KnownHazard } from './hazard-draft.ts';
import type { HazardField } from './hazard-fields.ts';
import { type Heard, heardBy } from './kept-tellings.ts';
import { hazardAs, leftOut, type Read } from './left-out.ts';

/** `isSaid` by a person who has seen what differs, not told by the very words. `keep` notes what a person keeps it against. */
export type Same = {
  readonly same: KnownHazard;
  readonly fileHash: string;
  readonly isSaid: boolean;
  readonly keep: (draft: HazardDraft, same: KnownHazard, beside: readonly Beside[]) => void;
};

/** A row of a file as a hazard keeps it. */
export function rowOf({ source }: HazardDraft, fileHash: string): string {
  return `${fileHash}!${source.sheet}!${source.row}`;
}

/**
 * A later ledger that tells more moves a hazard on. Where both tell something and not the same, it is asked whose counts; whoever calls two
 * the same and has the ledger's taken was shown it before. An older ledger changes nothing, and what it tells otherwise is listed; nor does the
 * very row that came in, but for what it has taken of a later one.
 */
export function alreadyThere(read: Read, given: Same): Verdict<HazardDraft> {
  const { reader, draft } = read;
  const { same, fileHash, isSaid } = given;
  if (same.rows.includes(rowOf(draft, fileHash)) && !hasTaken(reader)) return skipped(draft, 'already_there');
  const heard = heardBy(same, draft);
  const reason = stayReason(same, heard.whole, draft) ?? (heard.compared.beside.length === 0 ? 'kept_as_is' : null);
  if (reason === null) return movedOn({ reader, draft: heard.draft }, given, heard);
  const verdict = listing(read, { same, compared: heard.whole, reason });
  return isSaid ? leftOut(read, [hazardAs(same, draft)], () => verdict) : verdict;
}

function hasTaken({ warnings }: Read['reader']): boolean {
  return warnings.some(({ code }) => code === 'row_taken');
}

/** Why the row changes nothing; null where it may. */
function stayReason(same: KnownHazard, { beside, stage, contradicts }: Comparison, told: HazardDraft): SkipReason | null {
  if (beside.length === 0) return 'already_there';
  if (same.livesOn) return 'lives_on';
  const isOlder = stage === 'less' && (isOpen(told) !== isOpen(same) || !contradicts);
  return isOlder ? 'tells_less' : null;
}

/** What is left out and tells otherwise says so in the list of rows that stay out. */
function listing({ reader, draft }: Read, { same, compared, reason }: Staying): Verdict<HazardDraft> {
  const verdict = skipped(draft, reason);
  const beside = [...compared.beside, ...untakenOf(same, draft)];
  return beside.length === 0 ? verdict : { ...verdict, warnings: [otherwise({ reader, draft }, same, beside)] };
}

/** A level is changed here and by no ledger. */
function untakenOf(same: KnownHazard, draft: HazardDraft): readonly Beside[] {
  const level = same.level === undefined ? null : otherLevel({ level: same.level }, draft);
  return level === null ? [] : [level];
}

function otherwise({ reader, draft }: Read, same: KnownHazard, beside: readonly Beside[]): CellProblem {
  return problemAt(reader, 'text', 'hazard_tells_otherwise', [{ ...thereCandidate(same, draft), beside }]);
}

type Staying = { readonly same: KnownHazard; readonly compared: Comparison; readonly reason: SkipReason };

function movedOn(read: Read, given: Same, { compared, isPartlyKept }: Heard): Verdict<HazardDraft> {
  const { reader, draft } = read;
  const { same, keep } = given;
  const question = questionOf(compared);
  const said = saidTo(read, question, compared.beside);
  if (said === 'keep') keep(draft, same, compared.beside);
  if (said === 'keep' || isKeptWhole(read)) return skipped(draft, 'kept_as_is');
  const isAsked = (compared.contradicts || isPartlyKept) && !isSettled(given, question, said);
  (isAsked ? reader.questions : reader.warnings).push(toldOf(read, same, isAsked ? question : 'hazard_moved_on'));
  reader.warnings.push(...untakenOf(same, draft).map((each) => otherwise(read, same, [each])));
  return verdictOf<HazardField, HazardDraft>(reader, moved(same, draft, compared));
}

type Question = 'hazard_moved_back' | 'hazard_differs';

function isSettled({ isSaid }: Same, question: Question, said: RowAnswer['say'] | null): boolean {
  return said === 'replace' || (isSaid && question === 'hazard_differs');
}

function questionOf({ stage }: Comparison): Question {
  return stage === 'back' || stage === 'less' ? 'hazard_moved_back' : 'hazard_differs';
}

/** All that is known and not told otherwise stays. */
function moved(same: KnownHazard, draft: HazardDraft, { beside }: Comparison): HazardDraft {
  const funds = draft.funds ?? same.funds;
  return { ...draft, ...overlaid(same, draft), funds, existingId: same.id, takes: beside.map(({ field }) => field) };
}

function toldOf({ reader, draft }: Read, same: KnownHazard, code: ImportProblem): CellProblem {
  return problemAt(reader, code === 'hazard_moved_on' ? 'closed' : 'text', code, [thereCandidate(same, draft)]);
}

/** A row that stays out. */
export function skipped({ source }: HazardDraft, reason: SkipReason): Verdict<HazardDraft> {
  return { kind: 'skip', source, reason, sameAs: null };
}

/** What was said of these differences; of others, the hazard being another by now, nobody said anything. */
function saidTo(
  { reader: { book }, draft: { source } }: Read,
  question: ImportProblem,
  beside: readonly Beside[],
): RowAnswer['say'] | null {
  const said = book.about(source.sheet, source.row, question);
  return said !== null && said.seen === signOf(beside) ? said.say : null;
}

/** Said of the row, whatever it tells. */
function isKeptWhole({ reader: { book }, draft: { source } }: Read): boolean {
  return book.row(source.sheet, source.row) === 'keep';
}
