import type { RowAnswer } from '../answers.ts';
import type { ImportProblem } from '../problems.ts';
import { problemAt, type RowReader } from '../row-reader.ts';
import type { Candidate, Source } from '../verdict.ts';
import type { HazardDraft, KnownHazard } from './hazard-draft.ts';
import type { HazardField } from './hazard-fields.ts';
import type { Alike } from './neighbourhoods.ts';

type Reader = RowReader<HazardField>;

/** A row is a hazard of its own unless a person called it the same as another: then it is that one, told again. */
export type Resemblance =
  | { readonly kind: 'own' }
  | { readonly kind: 'row'; readonly row: HazardDraft }
  | { readonly kind: 'hazard'; readonly hazard: KnownHazard }
  | { readonly kind: 'kept'; readonly hazards: readonly KnownHazard[] };

const own: Resemblance = { kind: 'own' };

/**
 * Same unit, same day, nearly the same words: one hazard told twice or two of one kind. Only a person can tell, first of two rows of the
 * file; of a row that is none of those, whether it is a hazard that is there already. A question that is not answered is left in the reader.
 */
export function resemblanceOf(reader: Reader, { inFile, inHouse }: Alike): Resemblance {
  const { sheet, row } = reader.row.source;
  if (reader.book.row(sheet, row) === 'accept') return own;
  if (inFile === null) return ofHazards(reader, inHouse());
  const said = saidTo(reader, 'hazard_similar');
  const other = nameOf(inFile.source);
  if (said?.say === 'same' && isOf(said, other)) return { kind: 'row', row: inFile };
  if (said?.say === 'accept') return ofHazards(reader, inHouse());
  return asked(reader, 'hazard_similar', { facts: inFile.source, candidates: [{ value: other, label: other }] });
}

function ofHazards(reader: Reader, alike: readonly KnownHazard[]): Resemblance {
  const [hazard] = alike;
  if (hazard === undefined) return own;
  const said = answered(saidTo(reader, 'hazard_similar_there'), alike);
  if (said !== null) return said;
  const candidates = alike.map(({ id, text }) => ({ value: id, label: text }));
  return asked(reader, 'hazard_similar_there', { facts: { other: hazard.text }, candidates });
}

type Said = RowAnswer | null;

function saidTo({ row: { source }, book }: Reader, question: ImportProblem): Said {
  return book.about(source.sheet, source.row, question);
}

function answered(said: Said, alike: readonly KnownHazard[]): Resemblance | null {
  if (said?.say === 'accept') return own;
  if (said?.say === 'keep') return { kind: 'kept', hazards: alike };
  const hazard = said?.say === 'same' ? meantBy(said, alike) : undefined;
  return hazard === undefined ? null : { kind: 'hazard', hazard };
}

/** One that named another is asked again: what it named is not there any more, or not alike. */
function isOf(said: RowAnswer, other: string): boolean {
  return said.of === undefined || said.of === other;
}

function meantBy(said: RowAnswer, alike: readonly KnownHazard[]): KnownHazard | undefined {
  return said.of === undefined && alike.length > 1 ? undefined : alike.find(({ id }) => isOf(said, id));
}

function nameOf({ sheet, row }: Source): string {
  return `${sheet}!${row}`;
}

type Asking = { readonly facts: Readonly<Record<string, string | number>>; readonly candidates: readonly Candidate[] };

function asked(reader: Reader, code: ImportProblem, { facts, candidates }: Asking): Resemblance {
  const question = problemAt(reader, 'text', code, candidates);
  reader.questions.push({ ...question, facts: { ...question.facts, ...facts } });
  return own;
}
