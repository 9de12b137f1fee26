import { problemAt, verdictOf } from '../row-reader.ts';
import type { Verdict } from '../verdict.ts';
import { rowCandidate, rowName } from './candidates.ts';
import type { HazardDraft } from './hazard-draft.ts';
import type { HazardField } from './hazard-fields.ts';
import { leftOut, type Read, rowAs } from './left-out.ts';

/**
 * A row that tells again what an earlier one of the file tells is left out for it. Where it tells otherwise, that is asked first: which of
 * the two counts, or whether it is another hazard in the same words.
 */
export function toldTwice(read: Read, other: HazardDraft): Verdict<HazardDraft> {
  return leftOut(read, [rowAs(other, read.draft)], () => ofDifference(read, other));
}

function ofDifference({ reader, draft }: Read, other: HazardDraft): Verdict<HazardDraft> {
  const { source } = draft;
  const duplicate: Verdict<HazardDraft> = { kind: 'skip', source, reason: 'duplicate', sameAs: other.source };
  const candidate = rowCandidate(other, draft);
  const { say } = answered({ reader, draft }, other) ?? {};
  if (candidate.beside === undefined || say === 'keep' || say === 'same') return duplicate;
  if (say !== 'accept') {
    const question = problemAt(reader, 'text', 'row_differs', [candidate]);
    reader.questions.push({ ...question, facts: { ...question.facts, ...other.source } });
  }
  return verdictOf<HazardField, HazardDraft>(reader, draft);
}

/** Whoever has called two rows alike the same has seen what differs. */
function answered({ reader: { book }, draft: { source } }: Read, other: HazardDraft) {
  const said = book.about(source.sheet, source.row, 'row_differs');
  if (said !== null) return said;
  const same = book.about(source.sheet, source.row, 'hazard_similar');
  return same?.say === 'same' && (same.of === undefined || same.of === rowName(other.source)) ? same : null;
}
