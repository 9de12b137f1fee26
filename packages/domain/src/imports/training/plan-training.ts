import type { Day } from '../../kernel/index.ts';
import { type AnswerBook, answerBook, type Answers, noAnswers } from '../answers.ts';
import { ledgerYear } from '../hazards/ledger-year.ts';
import type { SheetMapping } from '../mapping.ts';
import { passedVerdicts, refuseWithoutTable } from '../passed-rows.ts';
import { rowReader } from '../row-reader.ts';
import { pathOf } from '../scoped-table.ts';
import type { Sheet } from '../sheet.ts';
import { type Table, tableOf } from '../table.ts';
import { plain } from '../text-keys.ts';
import { type UnitFinder, unitFinder } from '../unit-of-row.ts';
import { type KnownUnit, type Scope, unitRecogniser } from '../unit-recogniser.ts';
import { countVerdicts, type Verdict, type VerdictCounts } from '../verdict.ts';
import { readAttendance } from './attendance-row.ts';
import { branchOfForm } from './branch-of-form.ts';
import { type Form, formsOf } from './forms.ts';
import { judgeAttendance, type Line } from './judge-attendance.ts';
import { type SessionReading, sessionOf } from './session-of-form.ts';
import { titleWords } from './title-words.ts';
import { linesOf, type Trainees, traineesOf } from './trainees.ts';
import type { AttendanceDraft, KnownSession, KnownTrainee } from './training-draft.ts';
import { type TrainingField, trainingKind } from './training-fields.ts';

export type TrainingPlan = {
  readonly verdicts: readonly Verdict<AttendanceDraft>[];
  readonly counts: VerdictCounts;
  readonly mapping: readonly SheetMapping<TrainingField>[];
};

export type TrainingOptions = {
  readonly today: Day;
  /** 及格线 of a hundred. */
  readonly passMark: number;
  readonly fileName?: string;
  readonly persons?: readonly KnownTrainee[];
  readonly existing?: readonly KnownSession[];
  readonly answers?: Answers;
  /** Every name is looked for below this unit, when a person said so. */
  readonly underId?: string;
};

/**
 * Reads 培训签到表: each form is a session, and each person on it gets one verdict, so that a row of paper with two columns has two. Whoever
 * cannot be found, or be told from a namesake, is asked about. Throws the refusal `imports.no_table` when no sheet has a list of people.
 */
export function planTraining(sheets: readonly Sheet[], units: readonly KnownUnit[], options: TrainingOptions): TrainingPlan {
  const { persons = [], existing = [], answers = noAnswers, underId } = options;
  const book = answerBook(answers);
  const finder = unitFinder(unitRecogniser(units));
  const house: House = { book, finder, trainees: traineesOf(units, persons), lines: linesOf(units), underId };
  const yearOf = ledgerYear(sheets, options.fileName ?? '', options.today);
  const read = sheets.flatMap((sheet) => formsOf(sheet, book).map((form) => readForm(form, sheet, { ...house, options, yearOf })));
  refuseWithoutTable(read.flatMap(({ tables }) => tables));
  const lines = read.flatMap((form) => form.lines);
  const verdicts = [...read.flatMap(passedIn), ...judgeAttendance(lines, { existing, book })];
  return { verdicts, counts: countVerdicts(verdicts), mapping: mappingOf(sheets, read, finder) };
}

type House = {
  readonly book: AnswerBook;
  readonly finder: UnitFinder;
  readonly trainees: Trainees;
  readonly lines: ReadonlyMap<string, readonly string[]>;
  readonly underId: string | undefined;
};
type Reading = House & { readonly options: TrainingOptions; readonly yearOf: ReturnType<typeof ledgerYear> };
type ReadForm = {
  readonly sheet: string;
  readonly tables: readonly Table<TrainingField>[];
  readonly lines: readonly Line[];
  readonly scope: Scope | null;
};

function readForm({ titles, columns }: Form, { name }: Sheet, { options, yearOf, ...house }: Reading): ReadForm {
  const { book } = house;
  // What is said of a row is about one of its two persons: it is heard when they are judged.
  const tables = columns.map((column) => tableOf(column, trainingKind, { ...book, row: () => null }));
  const texts = titles.flatMap(({ cells }) => cells.map(({ text }) => plain(text)));
  const told = titleWords(titles, (cell) => book.cell(name, cell)?.text ?? null);
  const session = sessionOf(told, { sheet: name, year: yearOf({ sheet: name, titles: texts }), today: options.today, book });
  const rows = tables.flatMap((table) => table.rows);
  const scope = branchOfForm({ ...house, sheet: name, titles: texts, rows });
  const heldOn = session.session?.heldOn ?? options.today;
  const context = { ...house, scope, heldOn, passMark: options.passMark };
  const lines = rows.map((row): Line => {
    const reader = rowReader(row, book);
    return { reader, session: withUnit(session, scope, house), attended: readAttendance(reader, context) };
  });
  return { sheet: name, tables, lines, scope };
}

/** The unit of the people's branch holds it; without one the unit that the file was sent for. */
function withUnit({ session, ...notes }: SessionReading, scope: Scope | null, { underId, finder }: House): Line['session'] {
  const unitId = scope?.unitId ?? underId ?? finder.recogniser.root?.id;
  return { session: session === null || unitId === undefined ? null : { ...session, unitId }, ...notes };
}

/** Rows that are no data, each once, however many columns of people the form has. */
function passedIn({ tables }: ReadForm): readonly Verdict<AttendanceDraft>[] {
  const seen = new Set(tables.flatMap(({ rows }) => rows.map(({ source }) => source.row)));
  return tables.flatMap((table) =>
    passedVerdicts<TrainingField, AttendanceDraft>(table).filter(({ source }) => {
      const isNew = !seen.has(source.row);
      seen.add(source.row);
      return isNew;
    }),
  );
}

/** One mapping a sheet, with the columns of all its columns of people. */
function mappingOf(sheets: readonly Sheet[], read: readonly ReadForm[], finder: UnitFinder): TrainingPlan['mapping'] {
  return sheets.flatMap(({ name }) => {
    const [first] = read.filter(({ sheet }) => sheet === name);
    const [one] = first?.tables ?? [];
    if (first === undefined || one === undefined) return [];
    const columns = first.tables.flatMap(({ mapping }) => mapping.columns);
    return [{ ...one.mapping, columns, scope: pathOf(first.scope, finder) }];
  });
}
