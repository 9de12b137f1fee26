import { choice } from '../answers.ts';
import type { ImportProblem } from '../problems.ts';
import type { RowReader } from '../row-reader.ts';
import { addressOf, type CellComment } from '../sheet.ts';
import type { Further } from '../sections.ts';
import type { CellProblem, Verdict } from '../verdict.ts';
import { shownComment } from './comment-words.ts';
import type { HazardDraft } from './hazard-draft.ts';
import type { HazardField } from './hazard-fields.ts';
import type { HazardLine } from './read-hazard.ts';

type Reader = RowReader<HazardField>;

/** A row that is struck out may be void or only corrected: that is asked. One that is hidden, as by a filter, or has comments, goes in with a word. */
export function askOfMarks(reader: Reader): void {
  const { isStruck, isHidden, comments } = reader.row;
  if (isStruck && !isAccepted(reader, 'row_struck')) reader.questions.push(ofRow(reader, 'row_struck', {}));
  if (isHidden) reader.warnings.push({ ...ofRow(reader, 'row_hidden', {}), candidates: [] });
  for (const comment of comments) reader.warnings.push(commentAt(reader, comment));
}

/** 批注 may correct the row or speak of something else: it is told as it stands, and nothing is made of it. */
function commentAt({ row }: Reader, { column, text }: CellComment): CellProblem {
  return { cell: addressOf(row.source.row, column), field: null, code: 'cell_comment', facts: { text: shownComment(text) } };
}

/**
 * What somebody wrote beside the cells of a row that stays out is told, too: it may say why it should not. Of one that is left out for what
 * tells the same, so is every cell that could not be read: nobody knows whether it says the same.
 */
export function withNotes(lines: readonly HazardLine[], verdicts: readonly Verdict<HazardDraft>[]): readonly Verdict<HazardDraft>[] {
  return verdicts.map((verdict, at) => {
    const { reader } = lines[at] ?? {};
    if (verdict.kind === 'ready' || reader === undefined) return verdict;
    const comments = reader.row.comments.map((comment) => commentAt(reader, comment));
    const notes = verdict.kind === 'skip' ? [...comments, ...reader.problems, ...reader.questions] : comments;
    return notes.length === 0 ? verdict : { ...verdict, warnings: [...notes, ...(verdict.warnings ?? [])] };
  });
}

/**
 * Asks about a row of a further table whose columns are not all known. True where too little is known to read it at all: then it is only
 * asked about.
 */
export function asksOfTable(reader: Reader, further: Further | undefined): boolean {
  if (further === undefined || (!further.none && further.unread.length === 0)) return false;
  const facts = { header: further.header, columns: further.unread.map(({ label }) => label).join('、') };
  if (further.none) {
    const { candidates: _, ...question } = ofRow(reader, 'table_not_understood', facts);
    reader.questions.push({ ...question, cell: null });
    return true;
  }
  if (!isAccepted(reader, 'table_partly_understood')) reader.questions.push(ofRow(reader, 'table_partly_understood', facts));
  return false;
}

/** Said to this question: it accepts neither what another one asks of the row nor what a cell of it contradicts. */
function isAccepted({ row: { source }, book }: Reader, question: ImportProblem): boolean {
  return book.about(source.sheet, source.row, question)?.say === 'accept';
}

/** The same for all rows, so that one answer does. */
function ofRow({ row }: Reader, code: ImportProblem, facts: CellProblem['facts']): CellProblem {
  const { sheet } = row.source;
  const candidates = [{ value: choice.accept, label: choice.accept }];
  return { cell: row.address('text'), field: 'text', code, facts: { sheet, ...facts }, candidates };
}
