import {
  agentOf,
  defaultFireRules,
  fireConditions,
  fireDuesOf,
  type FireKind,
  fireKindOfModel,
  fireKindOfName,
  fireKinds,
  type MonthOrDay,
} from '../../equipment/index.ts';
import type { Day } from '../../kernel/index.ts';
import { choice } from '../answers.ts';
import type { ImportProblem } from '../problems.ts';
import { read } from '../reading.ts';
import { cellOf, isTold, optional, problemAt, required, type RowReader, saidOf, words } from '../row-reader.ts';
import { saysNothing, tidy } from '../text-keys.ts';
import { unitOf } from '../unit-of-row.ts';
import type { FireDraft } from './equipment-drafts.ts';
import { type FireField, fireKind } from './fire-fields.ts';
import { isIllegible, monthOrDayFrom } from './ledger-dates.ts';
import type { EquipmentContext } from './read-special.ts';
import { chosenBy, ownNumber, wordsOfRow } from './row-words.ts';
import { conditionFrom } from './words-of-equipment.ts';

type FireReader = RowReader<FireField>;
type FireLine = { readonly reader: FireReader; readonly draft: FireDraft | null };

/** Reads one row of 消防器材台账; what is wrong or doubtful is left in the reader. */
export function readFire(reader: FireReader, { scope, finder, names, today }: EquipmentContext): FireLine {
  const name = required(reader, 'name', ({ text }) => read(tidy(text)), 'equipment_name_missing');
  const unit = unitOf(reader, scope, finder);
  const model = modelOf(reader);
  const kind = name === null ? null : kindOf(reader, name, model);
  const condition = chosenBy(reader, 'condition', { values: fireConditions, from: conditionFrom, code: 'equipment_state_unknown' });
  const dates = datesOf(reader, today);
  if (kind !== null) checkDates(reader, { kind, ...dates });
  const unitId = unit === null ? null : unit.id;
  const told = { ...dates, ...toldBy(reader), model, keepers: names(cellOf(reader, 'keeper'), unitId) };
  if (name === null || unitId === null || kind === null || condition === null) return { reader, draft: null };
  return { reader, draft: { ...told, name, unitId, kind, condition, source: reader.row.source, existingId: null } };
}

/** What the other columns tell. */
function toldBy(reader: FireReader) {
  return {
    no: noOf(reader),
    place: words(reader, 'place', 80),
    remark: words(reader, 'remark', 500),
    words: wordsOfRow(reader, fireKind),
  };
}

/** `mfz/abc4` and `MFZ/ABC4` are one code. */
function modelOf(reader: FireReader): string | null {
  const model = words(reader, 'model', 60);
  return model === null || !/^[\x21-\x7e]+$/u.test(model) ? model : model.toUpperCase();
}

/** The name tells the kind, or the code on the label where the name says too little; where the two disagree, a person says. */
function kindOf(reader: FireReader, name: string, model: string | null): FireKind | null {
  const said = fireKinds.find((kind) => kind === saidOf(reader, 'name'));
  if (said !== undefined) return said;
  const byName = fireKindOfName(name);
  const byModel = model === null ? null : fireKindOfModel(model);
  if (byName === null) return kindOfModel(reader, byModel);
  if (byModel === null || byModel === byName) return byName;
  askKind(reader, 'equipment_kind_contradicts_model', [byName, byModel]);
  return null;
}

function kindOfModel(reader: FireReader, byModel: FireKind | null): FireKind | null {
  if (byModel === null) askKind(reader, 'equipment_kind_unknown', fireKinds);
  else reader.warnings.push(problemAt(reader, 'name', 'equipment_kind_from_model'));
  return byModel;
}

function askKind(reader: FireReader, code: ImportProblem, kinds: readonly FireKind[]): void {
  const candidates = kinds.map((value) => ({ value, label: value }));
  reader.questions.push(problemAt(reader, 'name', code, candidates));
}

function noOf(reader: FireReader): string | null {
  const cell = cellOf(reader, 'no');
  if (cell !== null && !saysNothing(cell.text)) return ownNumber(cell.text).slice(0, 40);
  if (saidOf(reader, 'no') !== choice.empty && !isTold(reader, 'no')) {
    reader.questions.push(problemAt(reader, 'no', 'equipment_no_missing', leaveEmpty));
  }
  return null;
}

const leaveEmpty = [{ value: choice.empty, label: '' }];

type Dates = Pick<FireDraft, 'madeOn' | 'servicedOn' | 'scrapStatedOn'>;

function datesOf(reader: FireReader, today: Day): Dates {
  const [madeOn, servicedOn] = [dateOf(reader, 'madeOn'), dateOf(reader, 'servicedOn')];
  for (const [field, date] of [
    ['madeOn', madeOn],
    ['servicedOn', servicedOn],
  ] as const) {
    if (date !== null && (date.length === 7 ? `${date}-01` : date) > today) {
      reader.questions.push(problemAt(reader, field, 'date_after_today', leaveEmpty));
    }
  }
  return { madeOn, servicedOn, scrapStatedOn: dateOf(reader, 'scrapOn') };
}

/** 看不清 says why there is no date: the words are kept as they are written. */
function dateOf(reader: FireReader, field: 'madeOn' | 'servicedOn' | 'scrapOn'): MonthOrDay | null {
  const cell = cellOf(reader, field);
  if (cell === null || !isIllegible(cell.text)) return optional(reader, field, monthOrDayFrom);
  if (field !== 'madeOn') reader.warnings.push(problemAt(reader, field, 'nameplate_illegible'));
  return null;
}

/**
 * How old an extinguisher is decides when it ends: without the day it was made, or where its label promises more years than its kind has,
 * a person says whether that may stand. Fire equipment of other kinds has no such end.
 */
function checkDates(reader: FireReader, dates: Dates & { readonly kind: FireKind }): void {
  const { kind, madeOn, servicedOn, scrapStatedOn } = dates;
  if (agentOf(kind) === null) return;
  if (madeOn === null) askForAge(reader);
  const reckoned = fireDuesOf({ kind, madeOn, servicedOn: null, scrapStatedOn: null }, defaultFireRules).scrapDueOn;
  if (isBefore(reckoned, scrapStatedOn)) askToAccept(reader, 'scrapOn', 'scrap_later_than_allowed');
  if (isBefore(servicedOn, madeOn)) askToAccept(reader, 'servicedOn', 'serviced_before_made');
}

/** Whether the one lies wholly before the other: of a month alone no day can be told. */
function isBefore(one: MonthOrDay | null, other: MonthOrDay | null): boolean {
  if (one === null || other === null) return false;
  const precision = Math.min(one.length, other.length);
  return one.slice(0, precision) < other.slice(0, precision);
}

function askForAge(reader: FireReader): void {
  if (isTold(reader, 'madeOn') || saidOf(reader, 'madeOn') === choice.empty) return;
  const told = problemAt(reader, 'madeOn', 'made_on_missing', leaveEmpty);
  if (reader.row.address('madeOn') === null) reader.warnings.push(told);
  else reader.questions.push(told);
}

function askToAccept(reader: FireReader, field: 'scrapOn' | 'servicedOn', code: 'scrap_later_than_allowed' | 'serviced_before_made'): void {
  if (saidOf(reader, field) === choice.accept) return;
  const candidates = [choice.accept, choice.empty].map((value) => ({ value, label: value }));
  reader.questions.push(problemAt(reader, field, code, candidates));
}
