import { peopleFactTables } from './people-facts.ts';

/** What a column holds. Days and texts may be null; a flag is true or false; a count is a whole number. */
export type ColumnKind = 'text' | 'day' | 'flag' | 'count';

/**
 * What measures may ask, by table. Every row also has `id` and `unitId`, and is what was known at the cut-off; the database
 * makes these tables from its own.
 */
export const factTables = {
  hazards: {
    stage: 'text',
    level: 'text',
    source: 'text',
    /** `recorded` or `opening` (期初导入), which counts from its business dates. */
    origin: 'text',
    suggestion: 'text',
    foundOn: 'day',
    registeredOn: 'day',
    /** The deadline after an approved extension. */
    dueOn: 'day',
    submittedOn: 'day',
    closedOn: 'day',
    /** When the answer to the suggestion of 重大 was owed; null when nothing was suggested. */
    suggestionDueOn: 'day',
    /** When a look-back last found it relapsed; null when none has. */
    relapsedOn: 'day',
    /** An extension was granted that had been asked after the deadline it moved. */
    extensionAskedLate: 'flag',
    /** 重复隐患: brings back one that was closed within the limit. */
    recurrent: 'flag',
    /** 五落实 are all stated, without a waiver. */
    planComplete: 'flag',
    /** A sign of 纸面整改 in its photos: the same before and after, or used before by another record. */
    suspectFake: 'flag',
  },
  lookBacks: {
    reason: 'text',
    result: 'text',
    /** The last day of its window. */
    dueOn: 'day',
    lookedOn: 'day',
    /** The hazard was reopened before anybody looked: nothing is left to look back on. */
    lapsed: 'flag',
  },
  /** One row for each unit, month of closing and stratum. Opening imports are not in it. */
  strata: {
    /** `major`, `authority` (both a census over the whole scope) or `sampled` (its own stratum). */
    stratum: 'text',
    /** The first day of the month. */
    monthOn: 'day',
    /** Something of it has been looked back on. */
    seen: 'flag',
    closures: 'count',
    drawn: 'count',
    looked: 'count',
    held: 'count',
    /** N·held/looked in millionths, rounded half up; 0 while nothing was looked at. */
    expectedTrue: 'count',
  },
  /** 应查: what was owed by `dueOn`, missed or not. What was waived because its point, unit or plan had ended is not in it. */
  occurrences: {
    /** `inspection`, `lightsOut` (班后断电断气) or `dust` (每班除尘清扫). */
    kind: 'text',
    /** `day`, `early`, `middle`, `night`; null when it is owed by days. */
    shift: 'text',
    /** The day by which it was owed; a night shift belongs to the day on which it begins. */
    dueOn: 'day',
    doneOn: 'day',
    /** `onTime`, `late` (in the grace) or `afterMiss`; null while it is not done. */
    timing: 'text',
    /** 重点部位, on the day it was owed. */
    keyPosition: 'flag',
    /** It checks a risk that was 重大 or 较大 on the day it was owed: at its point, or by a measure in its checklist. */
    graveRisk: 'flag',
  },
  /** 风险区域: each point with risks in force or 重点部位, and each unit with risks that have no point, on the last day. */
  areas: {
    keyPosition: 'flag',
    /** Something in it has a level in force. */
    assessed: 'flag',
    /** The oldest grading in force. */
    gradedOn: 'day',
    /** The day after which that grading is too old. */
    goodUntil: 'day',
    /** A change, an accident or a failed control asks for it to be graded anew, and nobody has. */
    changePending: 'flag',
  },
  /** 风险 in force on the last day. */
  risks: {
    level: 'text',
    reviewDueOn: 'day',
    changePending: 'flag',
  },
  /** 重点部位 determined as such on the last day. */
  keyPositions: {
    fromOn: 'day',
  },
  /** 特种设备, its days of the period: those on which it was in use, and of them those on which an inspection in force had passed it. */
  specialEquipment: {
    category: 'text',
    state: 'text',
    nextDueOn: 'day',
    inUseDays: 'count',
    inDateDays: 'count',
    /** In use on some day without an inspection in force. */
    lapsed: 'flag',
  },
  /** 消防点检应做: one look-over owed of one piece. */
  spotChecks: {
    dueOn: 'day',
    checkedOn: 'day',
  },
  /** 消防器材 in use on the last day. */
  fireEquipment: {
    kind: 'text',
    /** As the last check found it. */
    intact: 'flag',
    /** Before its scrap date. */
    inDate: 'flag',
    /** The period is a whole year, so that a test of the building's facilities is owed. */
    ofWholeYear: 'flag',
  },
  /** 疏散通道、消防泵运行、建筑消防设施检测 */
  placeChecks: {
    kind: 'text',
    doneOn: 'day',
    passed: 'flag',
  },
  ...peopleFactTables,
} as const satisfies Record<string, Readonly<Record<string, ColumnKind>>>;

export type FactTable = keyof typeof factTables;
export const factTableNames = Object.keys(factTables) as readonly FactTable[];

type Named<Table extends FactTable, Kind extends ColumnKind> = {
  [Name in keyof (typeof factTables)[Table]]: (typeof factTables)[Table][Name] extends Kind ? Name : never;
}[keyof (typeof factTables)[Table]] &
  string;

/** The names of the columns, by what they hold. */
export type Columns = { readonly [Kind in ColumnKind]: string };
export type ColumnsOf<Table extends FactTable> = { readonly [Kind in ColumnKind]: Named<Table, Kind> };

export type FactValue = string | number | boolean | null;
export type FactRow = { readonly id: string; readonly unitId: string } & Readonly<Record<string, FactValue>>;

/** What the column of a table holds, or null when there is no such column. */
export function kindOf(table: FactTable, column: string): ColumnKind | null {
  const columns: Readonly<Record<string, ColumnKind>> = factTables[table];
  return Object.hasOwn(columns, column) ? (columns[column] ?? null) : null;
}
