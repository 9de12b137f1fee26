import type { Day } from '../../kernel/index.ts';
import { isPlateCode, readPlateCode } from '../../points/index.ts';
import { answerBook, type Answers, noAnswers } from '../answers.ts';
import { readerWithDitto } from '../ditto.ts';
import type { SheetMapping } from '../mapping.ts';
import { passedVerdicts, refuseWithoutTable } from '../passed-rows.ts';
import { pathOf, scoped } from '../scoped-table.ts';
import type { Sheet } from '../sheet.ts';
import { type TableRow, tableOf } from '../table.ts';
import { namesUnit, unitFinder } from '../unit-of-row.ts';
import { type KnownUnit, unitRecogniser } from '../unit-recogniser.ts';
import { countVerdicts, type Verdict, type VerdictCounts } from '../verdict.ts';
import { judgePoints } from './judge-points.ts';
import { keepersOf } from './keeper-of-row.ts';
import type { Appointing, KnownKeeper, PointDraft, RegisteredPoint } from './point-draft.ts';
import { kindOfSheet, pointDitto, type PointField } from './point-fields.ts';
import { readPoint } from './read-point.ts';

export type PointsPlan = {
  readonly verdicts: readonly Verdict<PointDraft>[];
  readonly counts: VerdictCounts;
  readonly mapping: readonly SheetMapping<PointField>[];
  readonly appointing: readonly Appointing[];
};

export type PointsOptions = {
  readonly today: Day;
  readonly persons?: readonly KnownKeeper[];
  readonly existing?: readonly RegisteredPoint[];
  /** Codes that points out of sight have. */
  readonly takenCodes?: ReadonlySet<string>;
  /** The units in which whoever sends the file may set points up; all that are known when left out. */
  readonly branch?: ReadonlySet<string>;
  /** How much the gates have against whom a row makes the keeper of its point, by `rowKey`; a row that is not there passes. */
  readonly barred?: ReadonlyMap<string, number>;
  /** 期初: the points begin on the days of the ledger, not as they are recorded. */
  readonly opening?: boolean;
  readonly answers?: Answers;
  /** Hash of the file's content: a row that came in before is told from a later one that says the same. */
  readonly fileHash?: string;
  /** Every name is looked for below this unit, when a person said so. */
  readonly underId?: string;
};

const nothing = {
  persons: [],
  existing: [],
  takenCodes: new Set<string>(),
  branch: null,
  barred: new Map<string, number>(),
  opening: false,
  answers: noAnswers,
  fileHash: '',
} as const;

/**
 * Reads 点位台账. Every row with content gets one verdict; a point is the same by our code, else by its unit and the office's number, else by
 * its unit and name. Whom the gates keep out is asked about at his cell, of an opening ledger too: no ledger appoints anybody whom a person
 * could not, and the roster, which tells posts as well, appoints nobody at all. Throws the refusal `imports.no_table` when no sheet has a header to read by.
 */
export function planPoints(sheets: readonly Sheet[], units: readonly KnownUnit[], options: PointsOptions): PointsPlan {
  const { persons, branch, answers, underId, ...there } = { ...nothing, ...options };
  const { today } = there;
  const book = answerBook(answers);
  const recogniser = unitRecogniser(units);
  const finder = unitFinder(recogniser);
  const tables = sheets.map((sheet) => scoped(tableOf(sheet, kindOfSheet(sheet), book, namesUnit(finder)), { book, finder, underId }));
  refuseWithoutTable(tables.map(({ table }) => table));
  const keepers = keepersOf(units, persons);
  const lines = tables.flatMap(({ table, scope }) => {
    let above: TableRow<PointField> | null = null;
    const isNoRunning = countsRows(table.rows);
    return table.rows.map((row) => {
      const reader = readerWithDitto(row, above, { book, fields: pointDitto });
      above = reader.row;
      return readPoint(reader, { scope, finder, keepers, branch, isNoRunning, today });
    });
  });
  const passed = tables.flatMap(({ table }) => passedVerdicts<PointField, PointDraft>(table));
  const judged = judgePoints(lines, { ...there, recogniser });
  const verdicts = [...passed, ...judged.verdicts];
  const mapping = tables.map(({ table, scope }) => ({ ...table.mapping, scope: pathOf(scope, finder) }));
  return { verdicts, counts: countVerdicts(verdicts), mapping, appointing: judged.appointing };
}

/** 1, 2, 3 … from the first row to the last: 编号 stands there for 序号. */
function countsRows(rows: readonly TableRow<PointField>[]): boolean {
  return rows.length >= 3 && rows.every((row, at) => row.cell('no')?.text === String(at + 1));
}

/** Every text of a file that may be a code of ours: whether somebody has it is asked before the file is judged. */
export function plateCodesIn(sheets: readonly Sheet[]): readonly string[] {
  const codes = sheets.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.flatMap(({ text }) => (text.length <= 16 && isPlateCode(text) ? [readPlateCode(text)] : []))),
  );
  return [...new Set(codes)];
}
