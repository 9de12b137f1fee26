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
