import { isOpen } from '../../hazards/index.ts';
import type { RowAnswer } from '../answers.ts';
import type { ImportProblem, SkipReason } from '../problems.ts';
import { problemAt, verdictOf } from '../row-reader.ts';
import { signOf } from '../sign-of.ts';
import type { Beside, CellProblem, Verdict } from '../verdict.ts';
import { thereCandidate } from './candidates.ts';
import { type Comparison, comparedWith, otherLevel, overlaid } from './compared.ts';
import type { HazardDraft, KnownHazard } from './hazard-draft.ts';
import type { HazardField } from './hazard-fields.ts';
import { hazardAs, leftOut, type Read } from './left-out.ts';

/** `isSaid` by a person who has seen what differs, not told by the very words. */
export type Same = { readonly same: KnownHazard; readonly fileHash: string; readonly isSaid: boolean };

/** A row of a file as a hazard keeps it. */
export function rowOf({ source }: HazardDraft, fileHash: string): string {
  return `${fileHash}!${source.sheet}!${source.row}`;
}

/**
 * A later ledger that tells more moves a hazard on. Where both tell something and not the same, it is asked whose counts; whoever calls two
 * the same and has the ledger's taken was shown it before. An older ledger changes nothing, and what it tells otherwise is listed; nor does the
 * very row that came in, but for what it has taken of a later one.
 */
export function alreadyThere(read: Read, { same, fileHash, isSaid }: Same): Verdict<HazardDraft> {
  const { reader, draft } = read;
  if (same.rows.includes(rowOf(draft, fileHash)) && !hasTaken(reader)) return skipped(draft, 'already_there');
  const compared = comparedWith(same, draft);
  const reason = stayReason(same, compared, draft);
  if (reason === null) return movedOn(read, { same, compared, isSaid });
  const verdict = listing(read, { same, compared, reason });
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
type Moving = { readonly same: KnownHazard; readonly compared: Comparison; readonly isSaid: boolean };

function movedOn(read: Read, { same, compared, isSaid }: Moving): Verdict<HazardDraft> {
  const { reader, draft } = read;
  const isBack = compared.stage === 'back' || compared.stage === 'less';
  const question = isBack ? 'hazard_moved_back' : 'hazard_differs';
  const said = saidTo(read, question, signOf(compared.beside));
  if (said === 'keep') return skipped(draft, 'kept_as_is');
  const isAsked = compared.contradicts && !(isSaid && !isBack);
  if (isAsked && said !== 'replace') reader.questions.push(toldOf(read, same, question));
  else reader.warnings.push(toldOf(read, same, 'hazard_moved_on'));
  reader.warnings.push(...untakenOf(same, draft).map((each) => otherwise(read, same, [each])));
  return verdictOf<HazardField, HazardDraft>(reader, moved(same, draft, compared));
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
function saidTo({ reader: { book }, draft: { source } }: Read, question: ImportProblem, seen: string): RowAnswer['say'] | null {
  const said = book.about(source.sheet, source.row, question);
  if (said?.seen === seen) return said.say;
  return book.row(source.sheet, source.row) === 'keep' ? 'keep' : null;
}
