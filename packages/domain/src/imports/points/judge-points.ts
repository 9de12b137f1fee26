import { cellOf, problemAt, verdictOf } from '../row-reader.ts';
import { matchKey } from '../text-keys.ts';
import type { UnitRecogniser } from '../unit-recogniser.ts';
import type { CellProblem, Verdict } from '../verdict.ts';
import type { PointDraft, RegisteredPoint } from './point-draft.ts';
import type { PointField } from './point-fields.ts';
import { pointIndex, type PointIndex } from './point-index.ts';
import { leaveEmpty, type PointLine, type PointReader } from './read-point.ts';

export type There = {
  readonly existing: readonly RegisteredPoint[];
  /** Codes that somebody has whose points are out of sight. */
  readonly takenCodes: ReadonlySet<string>;
  readonly fileHash: string;
  readonly recogniser: UnitRecogniser;
};

type Sight = There & {
  readonly open: PointIndex<RegisteredPoint>;
  readonly all: PointIndex<RegisteredPoint>;
  readonly cameIn: ReadonlySet<string>;
  readonly file: PointIndex<PointDraft>;
};
type Read = { readonly reader: PointReader; readonly draft: PointDraft };

/** The verdict of each row: what came in before, what is there, what the file says twice, and codes and numbers of other units. */
export function judgePoints(lines: readonly PointLine[], there: There): readonly Verdict<PointDraft>[] {
  const { existing } = there;
  const open = pointIndex(existing.filter(({ closedOn }) => closedOn === null));
  const cameIn = new Set(existing.flatMap(({ rows }) => rows));
  const sight: Sight = { ...there, open, all: pointIndex(existing), cameIn, file: pointIndex() };
  return lines.map(({ reader, draft }) =>
    draft === null ? verdictOf<PointField, PointDraft>(reader, null) : judged({ reader, draft }, sight),
  );
}

function judged({ reader, draft }: Read, sight: Sight): Verdict<PointDraft> {
  const { source } = draft;
  const skip = skipping(draft);
  if (sight.cameIn.has(`${sight.fileHash}!${source.sheet}!${source.row}`)) return skip('already_there');
  const before = earlier({ reader, draft }, sight);
  sight.file.add(draft);
  if (before === 'duplicate') return { kind: 'skip', source, reason: 'duplicate', sameAs: sight.file.same(draft)[0]?.source ?? null };
  const found = foundFor({ reader, draft }, sight);
  if (found === 'gone') return skip('already_there');
  return found === null ? fresh({ reader, draft }, sight) : meeting({ reader, draft }, found);
}

function skipping({ source }: PointDraft) {
  return (reason: 'already_there' | 'kept_as_is'): Verdict<PointDraft> => ({ kind: 'skip', source, reason, sameAs: null });
}

/** The same place in an earlier row: word for word, or to be asked about. */
function earlier({ reader, draft }: Read, { file }: Sight): 'duplicate' | null {
  const coded = file.coded(draft.code);
  const [same = coded ?? file.elsewhere(draft)[0]] = file.same(draft);
  if (same === undefined) return null;
  if (saysTheSame(same, draft)) return 'duplicate';
  if (coded === null) askRow(reader, { code: 'point_twice', facts: { ...same.source } });
  else ask(reader, 'code', { code: 'point_code_twice', facts: { ...coded.source }, candidates: leaveEmpty });
  return null;
}

function saysTheSame(one: PointDraft, other: PointDraft): boolean {
  const told = (draft: PointDraft) => JSON.stringify({ ...draft, source: null, words: null });
  return told(one) === told(other);
}

/** The point that the row tells of; `gone` where the row only repeats that it was closed. Null where it is new, or something was asked. */
function foundFor({ reader, draft }: Read, { open, all, takenCodes, recogniser }: Sight): RegisteredPoint | 'gone' | null {
  const coded = all.coded(draft.code);
  if (coded === null) {
    if (draft.code !== null && takenCodes.has(draft.code)) ask(reader, 'code', { code: 'point_code_taken', candidates: leaveEmpty });
    return draft.closedOn === null ? sameIn(reader, open.same(draft)) : sameClosed(draft, { open, all });
  }
  if (coded.unitId !== draft.unitId) {
    const other = placeOf(coded, recogniser);
    ask(reader, 'code', { code: 'point_code_elsewhere', facts: { other }, candidates: leaveEmpty });
    return null;
  }
  if (coded.closedOn === null) return coded;
  if (draft.closedOn !== null) return 'gone';
  ask(reader, 'code', { code: 'point_code_taken', candidates: leaveEmpty });
  return null;
}

function sameIn(reader: PointReader, same: readonly RegisteredPoint[]): RegisteredPoint | null {
  const [one, ...others] = same;
  if (one === undefined || others.length === 0) return one ?? null;
  askRow(reader, { code: 'point_name_shared', facts: {} });
  return null;
}

/** A closed point of the ledger: closed in the product too, or still in use there. */
function sameClosed(draft: PointDraft, { open, all }: Pick<Sight, 'open' | 'all'>): RegisteredPoint | 'gone' | null {
  const wasClosed = all.same(draft).some(({ closedOn }) => closedOn === draft.closedOn);
  return wasClosed ? 'gone' : (open.same(draft)[0] ?? null);
}

function placeOf({ name, unitId }: RegisteredPoint, { unit, path }: UnitRecogniser): string {
  const found = unit(unitId);
  return found === null ? name : `${path(found)} ${name}`;
}

/** A new point; one whose number another unit has already may have been moved, and a person says. */
function fresh({ reader, draft }: Read, { open, recogniser }: Sight): Verdict<PointDraft> {
  const [other] = open.elsewhere(draft);
  if (other !== undefined) askRow(reader, { code: 'point_elsewhere', facts: { other: placeOf(other, recogniser) } });
  if (!draft.isKindTold && draft.kind !== 'other') reader.warnings.push(problemAt(reader, 'name', 'point_kind_from_name'));
  return verdictOf(reader, draft);
}

/** What is there: the same, moved on by what the ledger adds, or contradicted. */
function meeting({ reader, draft }: Read, existing: RegisteredPoint): Verdict<PointDraft> {
  takePresentKeeper(reader, existing);
  if (draft.closedOn !== null) ask(reader, 'closedOn', { code: 'point_in_use', candidates: leaveEmpty });
  const [contradicted] = differences(existing, draft);
  const said = reader.book.row(draft.source.sheet, draft.source.row);
  if (contradicted === undefined && !isOpen(reader) && !addsTo(existing, draft)) return skipping(draft)('already_there');
  if (said === 'keep') return skipping(draft)('kept_as_is');
  if (contradicted === undefined) reader.warnings.push(problemAt(reader, 'name', 'point_moved_on'));
  else if (said !== 'replace') ask(reader, contradicted, { code: 'point_differs' });
  return verdictOf(reader, { ...draft, existingId: existing.id });
}

/** Of namesakes the present keeper is meant: the ledger says nothing else. */
function takePresentKeeper({ questions }: PointReader, { keeperId }: RegisteredPoint): void {
  const at = questions.findIndex(
    ({ code, candidates = [] }) => code === 'point_keeper_ambiguous' && candidates.some(({ value }) => value === keeperId),
  );
  if (at >= 0) questions.splice(at, 1);
}

/** The fields in which both tell, and tell differently. */
function differences(existing: RegisteredPoint, draft: PointDraft): readonly PointField[] {
  const told: readonly (readonly [PointField, boolean])[] = [
    ['name', matchKey(existing.name) !== matchKey(draft.name)],
    ['kind', draft.isKindTold && existing.kind !== draft.kind],
    ['no', bothTell(existing.ownNo, draft.ownNo)],
    ['place', bothTell(existing.place, draft.place)],
    ['remark', bothTell(existing.remark, draft.remark)],
    ['keeper', existing.keeperId !== null && draft.keeperId !== null && existing.keeperId !== draft.keeperId],
    ['key', existing.key && draft.key === false],
  ];
  return told.flatMap(([field, differs]) => (differs ? [field] : []));
}

function bothTell(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && matchKey(one) !== matchKey(other);
}

/** Whether something of the row waits for a person. */
function isOpen({ problems, questions }: PointReader): boolean {
  return problems.length + questions.length > 0;
}

/** Whether the ledger tells what the product does not know yet. */
function addsTo(existing: RegisteredPoint, draft: PointDraft): boolean {
  const fields = ['ownNo', 'place', 'remark', 'keeperId'] as const;
  return fields.some((field) => existing[field] === null && draft[field] !== null) || (!existing.key && draft.key === true);
}

type Asking = Pick<CellProblem, 'code'> & Partial<Pick<CellProblem, 'facts' | 'candidates'>>;

function ask(reader: PointReader, field: PointField, { code, facts = {}, candidates = [] }: Asking): void {
  const question = problemAt(reader, field, code, candidates);
  reader.questions.push({ ...question, facts: { ...question.facts, ...facts } });
}

/** Asked unless a person has said that the row is right as it stands. */
function askRow(reader: PointReader, { code, facts }: Required<Pick<Asking, 'code' | 'facts'>>): void {
  const { sheet, row } = reader.row.source;
  const field = cellOf(reader, 'no') === null ? 'name' : 'no';
  if (reader.book.row(sheet, row) !== 'accept') ask(reader, field, { code, facts });
}
