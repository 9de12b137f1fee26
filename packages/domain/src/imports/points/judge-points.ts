import type { Day } from '../../kernel/index.ts';
import { cellOf, problemAt, verdictOf } from '../row-reader.ts';
import { matchKey } from '../text-keys.ts';
import type { UnitRecogniser } from '../unit-recogniser.ts';
import type { CellProblem, Source, Verdict } from '../verdict.ts';
import { fieldTold } from './keeper-of-row.ts';
import type { Appointing, PointDraft, RegisteredPoint } from './point-draft.ts';
import type { PointField } from './point-fields.ts';
import { pointIndex, type PointIndex } from './point-index.ts';
import { leaveEmpty, type PointLine, type PointReader } from './read-point.ts';

export type There = {
  readonly today: Day;
  readonly existing: readonly RegisteredPoint[];
  /** Codes that somebody has whose points are out of sight. */
  readonly takenCodes: ReadonlySet<string>;
  readonly barred: ReadonlyMap<string, number>;
  readonly opening: boolean;
  readonly fileHash: string;
  readonly recogniser: UnitRecogniser;
};

type Sight = There & {
  readonly open: PointIndex<RegisteredPoint>;
  readonly all: PointIndex<RegisteredPoint>;
  readonly cameIn: ReadonlySet<string>;
  readonly file: PointIndex<PointDraft>;
  readonly appointing: Appointing[];
};
type Read = { readonly reader: PointReader; readonly draft: PointDraft };

type Judged = { readonly verdicts: readonly Verdict<PointDraft>[]; readonly appointing: readonly Appointing[] };

/** The verdict of each row: what came in before, what is there, what the file says twice, and codes and numbers of other units. */
export function judgePoints(lines: readonly PointLine[], there: There): Judged {
  const { existing } = there;
  const open = pointIndex(existing.filter(({ closedOn }) => closedOn === null));
  const cameIn = new Set(existing.flatMap(({ rows }) => rows));
  const sight: Sight = { ...there, open, all: pointIndex(existing), cameIn, file: pointIndex(), appointing: [] };
  const verdicts = lines.map(({ reader, draft }) =>
    draft === null ? verdictOf<PointField, PointDraft>(reader, null) : judged({ reader, draft }, sight),
  );
  return { verdicts, appointing: sight.appointing };
}

/** Tells one row of a file from all others. */
export function rowKey({ sheet, row }: Source): string {
  return `${sheet}!${row}`;
}

function judged({ reader, draft }: Read, sight: Sight): Verdict<PointDraft> {
  const { source } = draft;
  const skip = skipping(draft);
  if (sight.cameIn.has(`${sight.fileHash}!${rowKey(source)}`)) return skip('already_there');
  const before = earlier({ reader, draft }, sight);
  sight.file.add(draft);
  if (before === 'duplicate') return { kind: 'skip', source, reason: 'duplicate', sameAs: sight.file.same(draft)[0]?.source ?? null };
  const found = foundFor({ reader, draft }, sight);
  if (found === 'gone') return skip('already_there');
  return found === null ? fresh({ reader, draft }, sight) : meeting({ reader, draft }, found, sight);
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
    const same = draft.closedOn === null ? sameIn(reader, open.same(draft)) : sameClosed(draft, { open, all });
    return askCode(reader, draft, same);
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

/** 点位码 never change: a plate that hangs is answered for as long as its point is there. A different one is asked about, not passed over. */
function askCode(reader: PointReader, { code }: PointDraft, same: Same | null): RegisteredPoint | 'gone' | null {
  if (same === null) return null;
  const { found, isGone } = same;
  const isOther = code !== null && code !== found.code;
  if (isOther && !isAsked(reader, 'code')) {
    const facts = { other: found.name, known: found.code };
    ask(reader, 'code', { code: 'point_code_differs', facts, candidates: leaveEmpty });
  }
  if (!isGone) return found;
  return isOther ? null : 'gone';
}

type Same = {
  readonly found: RegisteredPoint;
  /** The row only repeats that it was closed. */
  readonly isGone: boolean;
};

function sameIn(reader: PointReader, same: readonly RegisteredPoint[]): Same | null {
  const [one, ...others] = same;
  if (one === undefined || others.length === 0) return one === undefined ? null : { found: one, isGone: false };
  askRow(reader, { code: 'point_name_shared', facts: {} });
  return null;
}

/** A closed point of the ledger: closed in the product too, or still in use there. */
function sameClosed(draft: PointDraft, { open, all }: Pick<Sight, 'open' | 'all'>): Same | null {
  const closed = all.same(draft).find(({ closedOn }) => closedOn === draft.closedOn);
  const found = closed ?? open.same(draft)[0];
  return found === undefined ? null : { found, isGone: closed !== undefined };
}

function placeOf({ name, unitId }: RegisteredPoint, { unit, path }: UnitRecogniser): string {
  const found = unit(unitId);
  return found === null ? name : `${path(found)} ${name}`;
}

/** A new point; one whose number another unit has already may have been moved, and a person says. */
function fresh({ reader, draft }: Read, sight: Sight): Verdict<PointDraft> {
  const { open, recogniser, opening, today } = sight;
  const [other] = open.elsewhere(draft);
  if (other !== undefined) askRow(reader, { code: 'point_elsewhere', facts: { other: placeOf(other, recogniser) } });
  if (!draft.isKindTold && draft.kind !== 'other') reader.warnings.push(problemAt(reader, 'name', 'point_kind_from_name'));
  const isBackdated = !opening && draft.closedOn === null && draft.openedOn !== null && draft.openedOn < today;
  if (isBackdated) reader.warnings.push(problemAt(reader, 'openedOn', 'point_opened_as_recorded'));
  askGates({ reader, draft }, sight, null);
  return verdictOf(reader, draft);
}

/** What is there: the same, moved on by what the ledger adds, or contradicted. */
function meeting({ reader, draft }: Read, existing: RegisteredPoint, sight: Sight): Verdict<PointDraft> {
  takePresentKeeper(reader, existing);
  if (draft.closedOn !== null) ask(reader, 'closedOn', { code: 'point_in_use', candidates: leaveEmpty });
  const [contradicted] = differences(existing, draft);
  const said = reader.book.row(draft.source.sheet, draft.source.row);
  if (contradicted === undefined && !isOpen(reader) && !addsTo(existing, draft)) return skipping(draft)('already_there');
  if (said === 'keep') return skipping(draft)('kept_as_is');
  askGates({ reader, draft }, sight, existing);
  if (contradicted === undefined) reader.warnings.push(problemAt(reader, 'name', 'point_moved_on'));
  else if (said !== 'replace') ask(reader, contradicted, { code: 'point_differs' });
  return verdictOf(reader, { ...draft, existingId: existing.id });
}

/** Whom the row makes the keeper, and what the gates have against him. Whoever keeps the point already is not asked about. */
function askGates({ reader, draft }: Read, { barred, appointing }: Sight, existing: RegisteredPoint | null): void {
  const { source, unitId, openedOn, keeperId: personId, closedOn } = draft;
  if (personId === null || closedOn !== null || personId === existing?.keeperId) return;
  appointing.push({ source, personId, unitId, openedOn, existingId: existing?.id ?? null });
  const count = barred.get(rowKey(source));
  if (count !== undefined) ask(reader, fieldTold(reader), { code: 'point_keeper_barred', facts: { count }, candidates: leaveEmpty });
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

function isAsked({ questions }: PointReader, field: PointField): boolean {
  return questions.some((question) => question.field === field);
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
