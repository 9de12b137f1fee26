import { categoryOfName, inspectionResults, lastDayIn, specialCategories, specialStates } from '../../equipment/index.ts';
import type { Registration, SpecialCategory } from '../../equipment/index.ts';
import type { Day } from '../../kernel/index.ts';
import { choice } from '../answers.ts';
import type { NameFinder } from '../hazards/name-finder.ts';
import type { ImportProblem } from '../problems.ts';
import { read } from '../reading.ts';
import { cellOf, isTold, optional, problemAt, required, type RowReader, saidOf, words } from '../row-reader.ts';
import { saysNothing, tidy } from '../text-keys.ts';
import { type UnitFinder, unitOf } from '../unit-of-row.ts';
import type { Scope } from '../unit-recogniser.ts';
import type { SpecialDraft } from './equipment-drafts.ts';
import { monthOrDayFrom } from './ledger-dates.ts';
import { chosenBy, ownNumber, wordsOfRow } from './row-words.ts';
import { type SpecialField, specialKind } from './special-fields.ts';
import { isPending, isUnderWay, resultFrom, specialStateFrom } from './words-of-equipment.ts';

type SpecialReader = RowReader<SpecialField>;
export type EquipmentContext = {
  readonly scope: Scope | null;
  readonly finder: UnitFinder;
  readonly names: NameFinder;
  readonly today: Day;
};
type SpecialLine = { readonly reader: SpecialReader; readonly draft: SpecialDraft | null };

/** Reads one row of 特种设备台账; what is wrong or doubtful is left in the reader. */
export function readSpecial(reader: SpecialReader, { scope, finder, names, today }: EquipmentContext): SpecialLine {
  const name = required(reader, 'name', ({ text }) => read(tidy(text)), 'equipment_name_missing');
  const unit = unitOf(reader, scope, finder);
  const category = name === null ? null : categoryOf(reader, name);
  const state = chosenBy(reader, 'state', { values: specialStates, from: specialStateFrom, code: 'equipment_state_unknown' });
  const unitId = unit === null ? null : unit.id;
  const told = { ...toldBy(reader, today), ...namedBy(reader, unitId, names), words: wordsOfRow(reader, specialKind) };
  if (name === null || unitId === null || category === null || state === null) return { reader, draft: null };
  return { reader, draft: { ...told, name, unitId, category, state, source: reader.row.source, existingId: null } };
}

/** What the other columns tell. */
function toldBy(reader: SpecialReader, today: Day) {
  return {
    model: words(reader, 'model', 60),
    ownNo: ownNoOf(reader),
    ...registrationOf(reader),
    useFrom: dayOf(reader, 'useFrom', today),
    ...inspectionOf(reader, today),
    stateOn: dayOf(reader, 'stateOn', today),
    reportNo: words(reader, 'reportNo', 60),
    agency: words(reader, 'agency', 80),
    remark: words(reader, 'remark', 500),
  };
}

function namedBy(reader: SpecialReader, unitId: string | null, names: NameFinder) {
  return { keepers: names(cellOf(reader, 'keeper'), unitId), operators: names(cellOf(reader, 'operators'), unitId) };
}

/** From its own column, from the name, and otherwise asked. */
function categoryOf(reader: SpecialReader, name: string): SpecialCategory | null {
  const said = specialCategories.find((category) => category === saidOf(reader, 'name') || category === saidOf(reader, 'category'));
  const found = said ?? categoryOfName(name) ?? categoryOfName(cellOf(reader, 'category')?.text ?? '');
  if (found !== null) return found;
  const candidates = specialCategories.map((value) => ({ value, label: value }));
  reader.questions.push(problemAt(reader, 'name', 'equipment_kind_unknown', candidates));
  return null;
}

/** Without a number of its own, and without a registration either, nothing tells a machine from its neighbour. */
function ownNoOf(reader: SpecialReader): string | null {
  const cell = cellOf(reader, 'ownNo');
  if (cell !== null && !saysNothing(cell.text)) return ownNumber(cell.text).slice(0, 40);
  if (!hasRegisterNo(reader)) askOnce(reader, 'ownNo', 'equipment_no_missing');
  return null;
}

function hasRegisterNo(reader: SpecialReader): boolean {
  const cell = cellOf(reader, 'registerNo');
  return cell !== null && !isPending(cell.text);
}

/** Asks, unless the field was blamed already or a person said that it may stay empty. */
function askOnce(reader: SpecialReader, field: SpecialField, code: ImportProblem): void {
  if (saidOf(reader, field) === choice.empty || isTold(reader, field)) return;
  reader.questions.push(problemAt(reader, field, code, leaveEmpty));
}

const leaveEmpty = [{ value: choice.empty, label: '' }];

function registrationOf(reader: SpecialReader): { readonly registration: Registration; readonly registerNo: string | null } {
  const cell = cellOf(reader, 'registerNo');
  if (cell === null || saysNothing(cell.text)) {
    reader.warnings.push(problemAt(reader, 'registerNo', 'register_missing'));
    return { registration: 'unstated', registerNo: null };
  }
  if (isPending(cell.text)) {
    reader.warnings.push(problemAt(reader, 'registerNo', 'register_pending'));
    return { registration: 'pending', registerNo: null };
  }
  return { registration: 'registered', registerNo: words(reader, 'registerNo', 60) };
}

/** A day in the past; of a month alone its first day, with a warning. */
function dayOf(reader: SpecialReader, field: 'useFrom' | 'inspectedOn' | 'stateOn', today: Day): Day | null {
  const date = optional(reader, field, monthOrDayFrom);
  if (date === null) return null;
  const day = date.length === 7 ? `${date}-01` : date;
  if (date.length === 7) reader.warnings.push(problemAt(reader, field, 'date_month_only'));
  if (day > today) reader.questions.push(problemAt(reader, field, 'date_after_today', leaveEmpty));
  return day;
}

type Inspection = Pick<SpecialDraft, 'inspectedOn' | 'nextDueOn' | 'result'>;

function inspectionOf(reader: SpecialReader, today: Day): Inspection {
  const inspectedOn = dayOf(reader, 'inspectedOn', today);
  const nextDueOn = nextDueOf(reader);
  if (inspectedOn === null && nextDueOn === null) return { inspectedOn, nextDueOn, result: null };
  if (inspectedOn === null) askOnce(reader, 'inspectedOn', 'inspection_day_missing');
  if (inspectedOn !== null && nextDueOn !== null && nextDueOn <= inspectedOn) {
    reader.questions.push(problemAt(reader, 'nextDueOn', 'due_before_inspection', leaveEmpty));
  }
  const result = chosenBy(reader, 'result', { values: inspectionResults, from: resultFrom, code: 'inspection_result_unknown' });
  return { inspectedOn, nextDueOn, result };
}

/** 年检中 in the place of a day: when the next is due is not known yet, and only a person can say whether it may stay so. */
function nextDueOf(reader: SpecialReader): Day | null {
  const cell = cellOf(reader, 'nextDueOn');
  if (cell !== null && isUnderWay(cell.text)) {
    reader.questions.push(problemAt(reader, 'nextDueOn', 'inspection_under_way', leaveEmpty));
    return null;
  }
  const date = optional(reader, 'nextDueOn', monthOrDayFrom);
  if (date?.length === 7) reader.warnings.push(problemAt(reader, 'nextDueOn', 'date_month_only'));
  return date === null ? null : lastDayIn(date);
}
