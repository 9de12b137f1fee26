import type { Day } from '../../kernel/index.ts';
import { isPlateCode, pointKinds, type PointKind, readPlateCode } from '../../points/index.ts';
import { choice } from '../answers.ts';
import { dayFrom } from '../dates.ts';
import { wordsOfRow } from '../equipment/row-words.ts';
import { markFrom } from '../numbers.ts';
import { read, type Reading, unread, type Written } from '../reading.ts';
import { cellOf, isTold, optional, problemAt, required, type RowReader, saidOf, words } from '../row-reader.ts';
import { saysNothing, tidy } from '../text-keys.ts';
import { type UnitFinder, unitOf } from '../unit-of-row.ts';
import type { Scope } from '../unit-recogniser.ts';
import { type Keepers, keeperOf } from './keeper-of-row.ts';
import { kindsIn } from './kind-words.ts';
import type { PointDraft } from './point-draft.ts';
import { type PointField, pointsKind } from './point-fields.ts';

export type PointReader = RowReader<PointField>;
export type PointLine = { readonly reader: PointReader; readonly draft: PointDraft | null };

export type PointContext = {
  readonly scope: Scope | null;
  readonly finder: UnitFinder;
  readonly keepers: Keepers;
  /** The units in which whoever sends the file may set points up; null: any that is recognised. */
  readonly branch: ReadonlySet<string> | null;
  /** Whether 编号 only counts the rows of the sheet: then it is no number of a point. */
  readonly isNoRunning: boolean;
  readonly today: Day;
};

/** Reads one row of 点位台账; what is wrong or doubtful is left in the reader. */
export function readPoint(reader: PointReader, context: PointContext): PointLine {
  const name = required(reader, 'name', nameFrom, 'point_name_missing');
  const unitId = unitIn(reader, context);
  const told = { ...numbersOf(reader, context), ...daysOf(reader, context.today), ...keyOf(reader), ...detailsOf(reader) };
  if (name === null || unitId === null) return { reader, draft: null };
  const { keepers, finder } = context;
  const keeperId = keeperOf(reader, { unitId, keepers, recogniser: finder.recogniser });
  const kind = kindOf(reader, name);
  if (kind === null) return { reader, draft: null };
  const beside = { words: wordsOfRow(reader, pointsKind), source: reader.row.source, existingId: null };
  return { reader, draft: { unitId, name, ...kind, ...told, keeperId, ...beside } };
}

/** √ or 是 in the place of a name: the column is no name. */
function nameFrom({ text }: Written): Reading<string> {
  const name = tidy(text);
  if (name.length > 80) return unread('cell_too_long');
  return saysNothing(name) || markFrom({ text: name, kind: 'text' }).ok ? unread('point_name_unreadable') : read(name);
}

/** A unit above or beside the branch is recognised by its name and yet not for this person to fill. */
function unitIn(reader: PointReader, { scope, finder, branch }: PointContext): string | null {
  const unit = unitOf(reader, scope, finder);
  if (unit === null || branch === null || branch.has(unit.id)) return unit === null ? null : unit.id;
  const field = (['team', 'unit', 'company'] as const).find((each) => cellOf(reader, each) !== null) ?? 'unit';
  reader.problems.push(problemAt(reader, field, 'point_unit_outside'));
  return null;
}

function detailsOf(reader: PointReader) {
  return { place: words(reader, 'place', 80), remark: words(reader, 'remark', 500) };
}

/** The office's own number and our code. A code of another shape is a number of the office's, whatever stands above its column. */
function numbersOf(reader: PointReader, { isNoRunning }: PointContext): { readonly ownNo: string | null; readonly code: string | null } {
  const ownNo = isNoRunning ? null : optional(reader, 'no', numberFrom);
  const cell = cellOf(reader, 'code');
  if (cell === null || saysNothing(cell.text)) return { ownNo, code: null };
  if (isPlateCode(cell.text)) return { ownNo, code: readPlateCode(cell.text) };
  if (ownNo === null) {
    reader.warnings.push(problemAt(reader, 'code', 'point_code_is_own_number'));
    return { ownNo: optional(reader, 'code', numberFrom), code: null };
  }
  reader.questions.push(problemAt(reader, 'code', 'point_code_unreadable', leaveEmpty));
  return { ownNo, code: null };
}

export const leaveEmpty = [{ value: choice.empty, label: '' }];

function numberFrom({ text }: Written): Reading<string> {
  const number = tidy(text);
  return number.length > 40 ? unread('cell_too_long') : read(number);
}

/** What the ledger says; else what the name suggests; else 其他. Null after a question. */
function kindOf(reader: PointReader, name: string): { readonly kind: PointKind; readonly isKindTold: boolean } | null {
  const said = pointKinds.find((kind) => kind === saidOf(reader, 'kind'));
  if (said !== undefined) return { kind: said, isKindTold: true };
  const cell = cellOf(reader, 'kind');
  if (cell !== null && !saysNothing(cell.text)) return kindTold(reader, kindsIn(cell.text));
  const [suggested = 'other', ...others] = kindsIn(name);
  return { kind: others.length === 0 ? suggested : 'other', isKindTold: false };
}

function kindTold(reader: PointReader, found: readonly PointKind[]): { readonly kind: PointKind; readonly isKindTold: true } | null {
  const [kind, ...others] = found;
  if (kind !== undefined && others.length === 0) return { kind, isKindTold: true };
  const offered = found.length === 0 ? pointKinds : found;
  const candidates = offered.map((value) => ({ value, label: value }));
  if (!isTold(reader, 'kind')) reader.questions.push(problemAt(reader, 'kind', 'point_kind_unknown', candidates));
  return null;
}

/** 重点部位: √ or 是, ended with × or 否; an empty cell says nothing. */
function keyOf(reader: PointReader): { readonly key: boolean | null; readonly keyReason: string | null } {
  const reason = words(reader, 'keyReason', 200);
  const key = optional(reader, 'key', keyMark, (mark) => (mark ? 'yes' : 'no'));
  return { key, keyReason: reason };
}

function keyMark(cell: Written): Reading<boolean> {
  return /^(重点部位|重点)$/u.test(tidy(cell.text)) ? read(true) : markFrom(cell);
}

function daysOf(reader: PointReader, today: Day): { readonly openedOn: Day | null; readonly closedOn: Day | null } {
  const [openedOn, closedOn] = [dayOf(reader, 'openedOn', today), dayOf(reader, 'closedOn', today)];
  if (openedOn !== null && closedOn !== null && closedOn < openedOn)
    reader.problems.push(problemAt(reader, 'closedOn', 'point_closed_before_opened', leaveEmpty));
  return { openedOn, closedOn };
}

/** Of a month alone the first day is meant. */
function dayOf(reader: PointReader, field: 'openedOn' | 'closedOn', today: Day): Day | null {
  return optional(reader, field, (cell): Reading<Day> => {
    const found = dayFrom(cell);
    if (!found.ok) {
      const { code, choices } = found;
      return { ok: false, code, ...(choices !== undefined && { choices: choices.map((each) => each.day) }) };
    }
    const { day, precision } = found.value;
    const first: Day = precision === 'day' ? day : `${day.slice(0, 7)}-01`;
    if (first > today) return unread('point_day_after_today');
    return read(first, precision === 'month' ? 'date_month_only' : undefined);
  });
}
