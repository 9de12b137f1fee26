import type { Day } from '../../kernel/index.ts';
import type { WorkCalendar } from '../../standards/index.ts';
import { type AnswerBook, answerBook, type Answers, noAnswers } from '../answers.ts';
import { readerWithDitto } from '../ditto.ts';
import type { SheetMapping } from '../mapping.ts';
import { passedVerdicts, refuseWithoutTable } from '../passed-rows.ts';
import type { Sheet } from '../sheet.ts';
import { pathOf, scoped } from '../scoped-table.ts';
import { type Table, type TableRow, tablesOf } from '../table.ts';
import { namesUnit, unitFinder } from '../unit-of-row.ts';
import { type KnownUnit, unitRecogniser } from '../unit-recogniser.ts';
import { countVerdicts, type Verdict, type VerdictCounts } from '../verdict.ts';
import { rowName } from './candidates.ts';
import { worthFrom } from './funds.ts';
import type { HazardDraft, KnownName } from './hazard-draft.ts';
import { hazardDitto } from './hazard-ditto.ts';
import { type HazardField, hazardsKind } from './hazard-fields.ts';
import { ledgerYear, monthOfSheet } from './ledger-year.ts';
import { majorTitleIn } from './level-of-row.ts';
import { askOfMarks, asksOfTable, withNotes } from './marks-of-row.ts';
import { nameFinder } from './name-finder.ts';
import { type HazardContext, type HazardLine, readHazard } from './read-hazard.ts';
import { askedOnce } from './asked-once.ts';
import type { Remembered } from './remembered.ts';
import { judge, type There } from './same-hazard.ts';

export type HazardsPlan = {
  readonly verdicts: readonly Verdict<HazardDraft>[];
  readonly counts: VerdictCounts;
  readonly mapping: readonly SheetMapping<HazardField>[];
  /** What people said of rows and hazards in nearly the same words, for the ledgers to come. */
  readonly remembered: readonly Remembered[];
};

export type LedgerOptions = {
  readonly today: Day;
  /** The name of the file: the year of days that do not tell theirs, where neither a title nor a cover does. */
  readonly fileName?: string;
  readonly persons?: readonly KnownName[];
  /** 工作日 in deadlines; without it they are counted by the week. */
  readonly calendar?: WorkCalendar;
  readonly answers?: Answers;
  /** Every name is looked for below this unit, when a person said so. */
  readonly underId?: string;
};

/** A ledger that has been read, before its rows are compared with each other and with what is there. */
export type ReadLedger = {
  readonly lines: readonly HazardLine[];
  readonly tables: readonly { readonly table: Table<HazardField>; readonly scope: string | null }[];
};

/**
 * Reads 隐患台账: one sheet per company, or one for all with bands or a column of companies. Throws the refusal `imports.no_table` when no
 * sheet has a header to read by.
 */
export function readLedger(sheets: readonly Sheet[], units: readonly KnownUnit[], options: LedgerOptions): ReadLedger {
  const book = answerBook(options.answers ?? noAnswers);
  const finder = unitFinder(unitRecogniser(units));
  const all = sheets.flatMap((sheet) => tablesOf(sheet, hazardsKind, book, namesUnit(finder)));
  const tables = all.map((table) => scoped(table, { book, finder, underId: options.underId }));
  refuseWithoutTable(tables.map(({ table }) => table));
  const year = ledgerYear(sheets, options.fileName ?? '', options.today);
  const names = nameFinder(units, options.persons ?? []);
  const lines = tables.flatMap(({ table, scope }) => {
    const funds = table.mapping.columns.find(({ field }) => field === 'funds')?.label ?? '';
    const told = { sheet: table.mapping.sheet, titles: table.titles };
    const { today, calendar } = options;
    const ofTable = {
      year: year(told),
      month: monthOfSheet(told),
      majorTitle: majorTitleIn(table.titles),
      worth: worthFrom(funds, [...table.titles, ...table.notes]),
    };
    return linesOf(table, book, { ...ofTable, scope, finder, names, today, calendar });
  });
  return { lines, tables: tables.map(({ table, scope }) => ({ table, scope: pathOf(scope, finder) })) };
}

/** The days and units a ledger tells of: whatever is there of them already must be known before its rows are judged. */
export function placesIn({ lines }: ReadLedger): readonly HazardPlace[] {
  const places = new Map<string, HazardPlace>();
  for (const { draft } of lines) {
    if (draft !== null) places.set(`${draft.unitId}|${draft.foundOn}`, { unitId: draft.unitId, foundOn: draft.foundOn });
  }
  return [...places.values()];
}

export type HazardPlace = { readonly unitId: string; readonly foundOn: Day };

/**
 * Every row with content gets one verdict. A hazard is the same by unit, day found and words; one that is there already is moved on where
 * the file tells more of it.
 */
export function judgeLedger({ lines, tables }: ReadLedger, there: There): HazardsPlan {
  const passed = tables.flatMap(({ table }) => passedVerdicts<HazardField, HazardDraft>(table));
  const { verdicts: judged, remembered } = judge(lines, there);
  const verdicts = [...passed, ...withNotes(lines, askedOnce(judged))];
  const shown = tables.filter(({ table }) => table.further === undefined);
  const mapping = shown.map(({ table, scope }) => ({ ...table.mapping, scope, ...furtherOn(table.mapping.sheet, tables) }));
  const answered = new Set(remembered.map(({ source }) => rowName(source))).size;
  const counts = { ...countVerdicts(verdicts), ...(answered > 0 && { remembered: answered }) };
  return { verdicts, counts, mapping, remembered };
}

function furtherOn(sheet: string, tables: ReadLedger['tables']): Pick<SheetMapping<HazardField>, 'further'> {
  const further = tables.flatMap(({ table: { mapping, further: isFurther } }) => {
    const { header, columns } = mapping;
    return mapping.sheet !== sheet || isFurther === undefined || header === null ? [] : [{ header, columns }];
  });
  return further.length === 0 ? {} : { further };
}

/** Both at once, for whoever knows what is there. */
export function planHazards(sheets: readonly Sheet[], units: readonly KnownUnit[], options: LedgerOptions & There): HazardsPlan {
  return judgeLedger(readLedger(sheets, units, options), options);
}

function linesOf(table: Table<HazardField>, book: AnswerBook, context: HazardContext): readonly HazardLine[] {
  let above: TableRow<HazardField> | null = null;
  return table.rows.map((row) => {
    const reader = readerWithDitto(row, above, { book, fields: hazardDitto });
    above = reader.row;
    if (asksOfTable(reader, table.further)) return { reader, draft: null };
    askOfMarks(reader);
    return readHazard(reader, context);
  });
}
