import type { Day } from '../../kernel/index.ts';
import { choice } from '../answers.ts';
import type { ImportProblem } from '../problems.ts';
import { type Reading, read } from '../reading.ts';
import { cellOf, isTold, optional, problemAt, type RowReader, saidOf } from '../row-reader.ts';
import { plain, saysNothing } from '../text-keys.ts';
import type { SheetCell } from '../sheet.ts';
import type { Candidate } from '../verdict.ts';
import { deadlineFrom, isAtOnce } from './deadline.ts';
import type { Progress } from './hazard-draft.ts';
import type { HazardField } from './hazard-fields.ts';
import { dayOfWork, type When } from './row-days.ts';
import { type SaidState, stateOf } from './said-state.ts';
import { doneFrom } from './state-words.ts';

type Reader = RowReader<HazardField>;
type Days = Pick<Progress, 'dueOn' | 'doneOn' | 'acceptedOn'>;

/** How far the hazard has come; null after a question that decides it. */
export function progressOf(reader: Reader, when: When): Progress | null {
  const done = doneOf(reader, when);
  const accepted = dayIn(reader, 'acceptedOn', when);
  const state = stateOf(reader);
  const dueOn = dueOnOf(reader, when, state?.kind ?? 'open');
  if (state === null) return null;
  const days = { dueOn, doneOn: done.on, acceptedOn: accepted.on };
  if (state.kind === 'void') return { ...days, stage: 'void', closedOn: null, voidKind: state.voidKind };
  if (state.kind === 'closed') return done.waits || accepted.waits ? null : closed(reader, days);
  return { ...days, stage: openStage(reader, done), closedOn: null, voidKind: null };
}

/** 整改中 may stand in the place of the day done or in that of the state. */
function openStage(reader: Reader, { on, words }: Done): Progress['stage'] {
  if (on !== null || words === 'done' || words === 'atOnce') return 'submitted';
  const isUnderWay = words === 'underWay' || doneFrom(cellOf(reader, 'closed')?.text ?? '') === 'underWay';
  return isUnderWay ? 'rectifying' : 'assigned';
}

/** 长期 and 结合大修 name no day: of an open hazard that is asked, of one that is settled it no longer matters. */
function dueOnOf(reader: Reader, when: When, state: SaidState['kind']): Day | null {
  const cell = cellOf(reader, 'dueOn');
  if (cell === null || saysNothing(cell.text)) return null;
  const day = deadlineFrom(cell, when);
  if (waitsForFound(day)) return null;
  if (day.ok || day.code !== 'deadline_open') return optional(reader, 'dueOn', () => day);
  if (state === 'open') return dueOnAsked(reader, day.choices ?? []);
  reader.warnings.push(problemAt(reader, 'dueOn', day.code));
  return null;
}

/** No more is known before the day found is, which is asked already. */
function waitsForFound(day: Reading<Day>): boolean {
  return !day.ok && day.code === 'found_on_missing';
}

function dueOnAsked(reader: Reader, choices: readonly Day[]): Day | null {
  const said = saidOf(reader, 'dueOn');
  const chosen = choices.find((day) => day === said);
  if (chosen !== undefined) return chosen;
  ask(reader, 'dueOn', 'deadline_open', [...choices.map((day) => ({ value: day, label: day })), { value: choice.empty, label: '' }]);
  return null;
}

/** `waits` for the day found. */
type OnDay = { readonly on: Day | null; readonly waits: boolean };

function dayIn(reader: Reader, field: 'doneOn' | 'acceptedOn', when: When): OnDay {
  const cell = cellOf(reader, field);
  const day = cell === null || saysNothing(cell.text) ? null : dayOrAtOnce(cell, when);
  if (day === null) return { on: null, waits: false };
  if (waitsForFound(day)) return { on: null, waits: true };
  return { on: optional(reader, field, () => day), waits: false };
}

/** 当日 is the day found; whoever looks at the row is told that it was read so. */
function dayOrAtOnce(cell: SheetCell, when: When): Reading<Day> {
  if (cell.kind !== 'text' || !isAtOnce(plain(cell.text).replace(/\s/gu, ''))) return dayOfWork(cell, when);
  return when.foundOn === null ? { ok: false, code: 'found_on_missing' } : read(when.foundOn, 'date_as_found');
}

type Done = OnDay & { readonly words: ReturnType<typeof doneFrom> };

function doneOf(reader: Reader, when: When): Done {
  const cell = cellOf(reader, 'doneOn');
  const words = cell === null || cell.kind !== 'text' ? null : doneFrom(cell.text);
  if (words === 'atOnce') return { on: when.foundOn, words, waits: when.foundOn === null };
  return words === null ? { ...dayIn(reader, 'doneOn', when), words } : { on: null, words, waits: false };
}

/** A closed hazard closes on the later of its days. Closed without any day is a contradiction. */
function closed(reader: Reader, days: Days): Progress | null {
  const closedOn = [days.doneOn, days.acceptedOn].reduce<Day | null>(laterOf, null);
  if (closedOn !== null) return { ...days, stage: 'closed', closedOn, voidKind: null };
  if (isTold(reader, 'doneOn') || isTold(reader, 'acceptedOn')) return null;
  ask(reader, 'closed', 'closed_without_day', [{ value: 'open', label: 'open' }]);
  return null;
}

/** The later of two days, or the one that is told. */
export function laterOf(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

function ask(reader: Reader, field: HazardField, code: ImportProblem, candidates: readonly Candidate[]): void {
  reader.questions.push(problemAt(reader, field, code, candidates));
}
