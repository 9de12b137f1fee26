import { choice } from '../answers.ts';
import { nameFrom, staffNoFrom } from '../people.ts';
import { type Reading, read, unread, type Written } from '../reading.ts';
import { cellOf, isTold, optional, problemAt, required, type RowReader, saidOf } from '../row-reader.ts';
import { matchKey, plain, saysNothing } from '../text-keys.ts';
import type { Scope } from '../unit-recogniser.ts';
import type { UnitFinder } from '../unit-of-row.ts';
import type { Candidate } from '../verdict.ts';
import type { AttendanceDraft, KnownTrainee } from './training-draft.ts';
import type { TrainingField } from './training-fields.ts';
import type { Trainees } from './trainees.ts';

export type AttendanceReader = RowReader<TrainingField>;
export type RowContext = {
  readonly scope: Scope | null;
  readonly finder: UnitFinder;
  readonly trainees: Trainees;
  readonly heldOn: string;
  /** 及格线 of a hundred. */
  readonly passMark: number;
};
export type Attended = Pick<AttendanceDraft, 'name' | 'personId' | 'personUnitId' | 'attended' | 'result' | 'score'>;

/** One person's line: who it is, whether he was there, and how he did. Null after something was asked. */
export function readAttendance(reader: AttendanceReader, context: RowContext): Attended | null {
  const name = required(reader, 'name', nameFrom, 'name_missing');
  if (name === null) return null;
  const person = traineeOf(reader, name, context);
  const attended = isThere(reader);
  const mark = optional(
    reader,
    'result',
    (cell) => markFrom(cell, context.passMark),
    () => '',
  );
  if (person === null) return null;
  if (!attended && mark !== null && mark.result !== null) reader.warnings.push(problemAt(reader, 'result', 'training_result_of_absent'));
  const { result, score } = attended && mark !== null ? mark : noMark;
  return { name: person.name, personId: person.id, personUnitId: person.unitId, attended, result, score };
}

type Mark = Pick<AttendanceDraft, 'result' | 'score'>;
const noMark: Mark = { result: null, score: null };

/** `89`, `95分`, 合格、优: a score is passed from the pass mark on. 缺考 is no result. */
export function markFrom(cell: Written, passMark: number): Reading<Mark> {
  const text = plain(cell.text).replace(/分$/u, '').trim();
  if (/^(缺考|未考|补考|免考)$/u.test(text) || saysNothing(text)) return read(noMark);
  if (/^(不合格|不及格|未通过|不通过|差)$/u.test(text)) return read({ result: 'failed', score: null });
  if (/^(合格|及格|通过|优秀?|良好?|中|√|✓)$/u.test(text)) return read({ result: 'passed', score: null });
  const score = Math.round(Number(text));
  if (!/^\d{1,3}(\.\d)?$/u.test(text) || score > 100) return unread('training_result_unknown');
  return read({ result: score >= passMark ? 'passed' : 'failed', score });
}

const absent = /^(未到|未签|未参加|缺席|缺勤|请假|病假|事假|年假|休假|出差|旷课|×|x|✗|否|无)$/iu;

/** Signed, ticked or 已签; an empty field, 请假 and 未到 say that he was not there. A form without such a column lists who was. */
function isThere(reader: AttendanceReader): boolean {
  if (reader.row.address('signature') === null) return true;
  const text = plain(cellOf(reader, 'signature')?.text ?? '').replace(/\s/gu, '');
  return text !== '' && !absent.test(text) && !saysNothing(text);
}

function traineeOf(reader: AttendanceReader, name: string, context: RowContext): KnownTrainee | null {
  const { trainees, scope, heldOn } = context;
  const here = trainees.named(name, scope?.unitId ?? null, heldOn);
  const all = here.length > 0 ? here : trainees.named(name, null, heldOn);
  const said = saidOf(reader, 'name');
  return all.find(({ id }) => id === said) ?? byNumber(reader, name, context) ?? byName(reader, { all, isHere: here.length > 0 }, context);
}

/** Whom the 工号 means, if it is his name; a number that is another's is asked about. */
function byNumber(reader: AttendanceReader, name: string, context: RowContext): KnownTrainee | null {
  const staffNo = optional(reader, 'staffNo', staffNoFrom);
  const numbered = staffNo === null ? null : context.trainees.numbered(staffNo);
  if (numbered === null || matchKey(numbered.name) === matchKey(name)) return numbered;
  return asked(reader, 'staff_no_of_another', [numbered], context);
}

type Named = { readonly all: readonly KnownTrainee[]; readonly isHere: boolean };

function byName(reader: AttendanceReader, { all, isHere }: Named, context: RowContext): KnownTrainee | null {
  if (isTold(reader, 'name')) return null;
  if (!isHere) return asked(reader, 'training_person_unknown', all, context);
  const near = inUnit(reader, all, context);
  const meant = near.length === 0 ? all : near;
  const [one] = meant;
  return one !== undefined && meant.length === 1 ? one : asked(reader, 'training_person_ambiguous', meant, context);
}

/** Those of the unit that the line names: in it, below it, or above it where the form says more than the register. */
function inUnit(reader: AttendanceReader, all: readonly KnownTrainee[], { scope, finder, trainees }: RowContext): readonly KnownTrainee[] {
  const text = cellOf(reader, 'unit')?.text;
  const found = text === undefined ? null : finder.recognise(text, scope);
  if (found?.kind !== 'unit') return all;
  const same = all.filter(({ unitId }) => unitId === found.unit.id);
  return same.length > 0 ? same : all.filter(({ unitId }) => trainees.onOneLine(unitId, found.unit.id));
}

type Code = 'staff_no_of_another' | 'training_person_unknown' | 'training_person_ambiguous';

function asked(reader: AttendanceReader, code: Code, among: readonly KnownTrainee[], { finder: { recogniser } }: RowContext): null {
  const candidates = among.slice(0, 8).map(({ id, name, staffNo, unitId }): Candidate => {
    const unit = recogniser.unit(unitId);
    return { value: id, label: [name, staffNo, unit === null ? null : recogniser.path(unit)].filter((each) => each !== null).join(' ') };
  });
  reader.questions.push(problemAt(reader, 'name', code, candidates));
  return null;
}

/** Whether a person said that nobody is meant. */
export function isLeftOut(reader: AttendanceReader): boolean {
  return saidOf(reader, 'name') === choice.empty;
}
