import { type HazardStage, isOpen } from '../../hazards/index.ts';
import { problemAt, verdictOf } from '../row-reader.ts';
import type { Candidate, Verdict } from '../verdict.ts';
import { rowCandidate, thereCandidate } from './candidates.ts';
import type { HazardDraft, KnownHazard } from './hazard-draft.ts';
import type { HazardField } from './hazard-fields.ts';
import type { HazardLine } from './read-hazard.ts';

export type Read = HazardLine & { readonly draft: HazardDraft };

/** What a row is left out for, another row of the file or a hazard that is there, and what it tells otherwise. */
export type Other = { readonly stage: HazardStage; readonly as: Candidate };

export const rowAs = (row: HazardDraft, told: HazardDraft): Other => ({ stage: row.stage, as: rowCandidate(row, told) });
export const hazardAs = (hazard: KnownHazard, told: HazardDraft): Other => ({ stage: hazard.stage, as: thereCandidate(hazard, told) });

/**
 * A row is left out for what tells the same; but never silently one that is open where all that would be left is closed or void: whether it
 * is a hazard of its own is asked, and who denies it leaves the row out.
 */
export function leftOut({ reader, draft }: Read, others: readonly Other[], verdict: () => Verdict<HazardDraft>): Verdict<HazardDraft> {
  if (!isOpen(draft) || others.some(isOpen)) return verdict();
  const { sheet, row } = draft.source;
  if (reader.book.about(sheet, row, 'same_but_open')?.say !== 'accept') {
    const candidates = others.map(({ as }) => as);
    const question = problemAt(reader, 'text', 'same_but_open', candidates);
    reader.questions.push({ ...question, facts: { ...question.facts, other: candidates.map(({ label }) => label).join('、') } });
  }
  return verdictOf<HazardField, HazardDraft>(reader, draft);
}
