import type { RowAnswer } from '../answers.ts';
import type { ImportProblem } from '../problems.ts';
import { problemAt, type RowReader } from '../row-reader.ts';
import { signOf } from '../sign-of.ts';
import type { Beside, Candidate } from '../verdict.ts';
import type { HazardDraft, KnownHazard } from './hazard-draft.ts';
import type { HazardField } from './hazard-fields.ts';
import type { Read } from './left-out.ts';
import { rowCandidate, thereCandidate } from './candidates.ts';
import type { Alike } from './neighbourhoods.ts';

type Reader = RowReader<HazardField>;

/** A row is a hazard of its own unless a person called it the same as another: then it is that one, told again. */
export type Resemblance =
  | { readonly kind: 'own' /** What a person told it apart from. */; readonly apartFrom: readonly KnownHazard[] }
  | { readonly kind: 'row'; readonly row: HazardDraft }
  | { readonly kind: 'hazard'; readonly hazard: KnownHazard }
  | {
      readonly kind: 'kept';
      readonly hazards: readonly KnownHazard[];
      /** Where it can be but one: what it is kept against. */
      readonly one: Kept | null;
    };

type Kept = { readonly hazard: KnownHazard; readonly beside: readonly Beside[] };

const own: Resemblance = { kind: 'own', apartFrom: [] };

/**
 * Same unit, same day, nearly the same words: one hazard told twice or two of one kind. Only a person can tell, first of two rows of the
 * file; of a row that is none of those, whether it is a hazard that is there already. A question that is not answered is left in the reader.
 */
export function resemblanceOf({ reader, draft }: Read, { inFile, inHouse }: Alike): Resemblance {
  const { sheet, row } = draft.source;
  if (reader.book.row(sheet, row) === 'accept') return own;
  if (inFile === null) return ofHazards({ reader, draft }, inHouse());
  const said = saidTo(reader, 'hazard_similar');
  const candidate = rowCandidate(inFile, draft);
  if (said !== null && isSame.has(said.say) && isOf(said, candidate.value)) return { kind: 'row', row: inFile };
  if (said?.say === 'accept') return ofHazards({ reader, draft }, inHouse());
  return asked(reader, 'hazard_similar', { facts: inFile.source, candidates: [candidate] });
}

/** The same, and what it tells otherwise is left or taken. */
const isSame: ReadonlySet<RowAnswer['say']> = new Set(['same', 'replace']);

function ofHazards({ reader, draft }: Read, alike: readonly KnownHazard[]): Resemblance {
  const [hazard] = alike;
  if (hazard === undefined) return own;
  const candidates = alike.map((each) => thereCandidate(each, draft));
  const said = answered(saidTo(reader, 'hazard_similar_there'), { alike, candidates });
  if (said !== null) return said;
  return asked(reader, 'hazard_similar_there', { facts: { other: hazard.text }, candidates });
}

type Said = RowAnswer | null;

function saidTo({ row: { source }, book }: Reader, question: ImportProblem): Said {
  return book.about(source.sheet, source.row, question);
}

type Offered = { readonly alike: readonly KnownHazard[]; readonly candidates: readonly Candidate[] };

function answered(said: Said, offered: Offered): Resemblance | null {
  if (said?.say === 'accept') return { kind: 'own', apartFrom: offered.alike };
  if (said?.say === 'keep') return { kind: 'kept', hazards: offered.alike, one: keptAsSeen(said, offered) };
  const hazard = said?.say === 'same' ? meantBy(said, offered) : undefined;
  return hazard === undefined ? null : { kind: 'hazard', hazard };
}

/** One that named another is asked again: what it named is not there any more, or not alike. */
function isOf(said: RowAnswer, other: string): boolean {
  return said.of === undefined || said.of === other;
}

/** Nobody keeps a hazard against what he has not seen. */
function keptAsSeen({ seen = '' }: RowAnswer, { alike, candidates }: Offered): Kept | null {
  const [hazard, ...others] = alike;
  const beside = candidates[0]?.beside ?? [];
  return hazard === undefined || others.length > 0 || seen !== signOf(beside) ? null : { hazard, beside };
}

/** Whoever calls two the same has the ledger's taken: as he saw it, and not where the hazard is another by now. */
function meantBy(said: RowAnswer, { alike, candidates }: Offered): KnownHazard | undefined {
  if (said.of === undefined && alike.length > 1) return undefined;
  return alike.find(({ id }, at) => isOf(said, id) && (said.seen ?? '') === signOf(candidates[at]?.beside));
}

type Asking = { readonly facts: Readonly<Record<string, string | number>>; readonly candidates: readonly Candidate[] };

function asked(reader: Reader, code: ImportProblem, { facts, candidates }: Asking): Resemblance {
  const question = problemAt(reader, 'text', code, candidates);
  reader.questions.push({ ...question, facts: { ...question.facts, ...facts } });
  return own;
}
