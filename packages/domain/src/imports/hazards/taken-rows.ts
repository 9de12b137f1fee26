import { problemAt } from '../row-reader.ts';
import type { Beside } from '../verdict.ts';
import { rowCandidate, rowName } from './candidates.ts';
import { overlaid } from './compared.ts';
import type { HazardDraft } from './hazard-draft.ts';
import type { HazardField } from './hazard-fields.ts';
import type { Read } from './left-out.ts';
import type { HazardLine } from './read-hazard.ts';

/**
 * 以这一行为准: what a person took of a later row stands in the earlier one that tells of the same hazard, before rows are compared; then
 * the two do not differ any more.
 */
export function withTakenRows(lines: readonly HazardLine[]): readonly HazardLine[] {
  const takers = new Map(lines.filter(hasDraft).flatMap((line) => asTaker(line)));
  if (takers.size === 0) return lines;
  const drafts = new Map(lines.map((line) => [line, line.draft]));
  const byName = new Map(lines.filter(hasDraft).map((line) => [rowName(line.draft.source), line]));
  for (const [later, of] of takers) {
    const earlier = byName.get(of);
    const draft = earlier === undefined ? null : (drafts.get(earlier) ?? null);
    if (earlier === undefined || draft === null || !isOfOnePlace(draft, later.draft)) continue;
    drafts.set(earlier, taking({ ...earlier, draft }, later.draft));
  }
  return lines.map((line) => ({ reader: line.reader, draft: drafts.get(line) ?? null }));
}

function hasDraft(line: HazardLine): line is Read {
  return line.draft !== null;
}

/** Answers name the row that is to take: nothing is taken by one that no question named. */
function asTaker(line: Read): readonly (readonly [Read, string])[] {
  const { reader, draft } = line;
  const { sheet, row } = draft.source;
  const said = (['row_differs', 'hazard_similar'] as const).map((question) => reader.book.about(sheet, row, question));
  const of = said.find((each) => each?.say === 'replace')?.of;
  return of === undefined || of === rowName(draft.source) ? [] : [[line, of]];
}

function isOfOnePlace(one: HazardDraft, two: HazardDraft): boolean {
  return one.unitId === two.unitId && one.foundOn === two.foundOn;
}

function taking({ reader, draft }: Read, told: HazardDraft): HazardDraft {
  const candidate = rowCandidate(draft, told);
  const { beside = [] } = candidate;
  if (beside.length === 0) return draft;
  const warning = problemAt(reader, 'text', 'row_taken', [{ ...candidate, value: rowName(told.source), label: rowName(told.source) }]);
  reader.warnings.push({ ...warning, facts: { ...warning.facts, ...told.source } });
  return {
    ...draft,
    ...overlaid(draft, told),
    level: beside.some(({ field }) => field === 'level') ? told.level : draft.level,
    responsible: told.responsible.length === 0 ? draft.responsible : told.responsible,
    acceptors: told.acceptors.length === 0 ? draft.acceptors : told.acceptors,
    funds: told.funds ?? draft.funds,
    place: told.place ?? draft.place,
    words: { ...draft.words, ...takenWords(beside, told.words), ...bothComments(draft.words, told.words) },
  };
}

/** The words of the cells that were taken: whoever looks the row up finds them with the address that the trail tells. */
function takenWords(beside: readonly Beside[], words: HazardDraft['words']): HazardDraft['words'] {
  const fields = beside.map(({ field }): HazardField => (field === 'stage' ? 'closed' : field));
  return Object.fromEntries(fields.flatMap((field) => (words[field] === undefined ? [] : [[field, words[field]]])));
}

/** What is written beside the cells of both rows is kept. */
function bothComments(one: HazardDraft['words'], other: HazardDraft['words']): HazardDraft['words'] {
  const comments = [one.comments, other.comments].filter((each) => each !== undefined);
  return comments.length === 0 ? {} : { comments: comments.join('；') };
}
