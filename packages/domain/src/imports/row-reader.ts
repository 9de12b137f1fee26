import { type AnswerBook, choice } from './answers.ts';
import type { ImportProblem } from './problems.ts';
import type { Reading } from './reading.ts';
import type { SheetCell } from './sheet.ts';
import type { TableRow } from './table.ts';
import { isStorable, saysNothing, tidy } from './text-keys.ts';
import type { Candidate, CellProblem, Verdict } from './verdict.ts';

/** Collects what is wrong, doubtful or worth a word while the fields of one row are read. */
export type RowReader<Name extends string> = {
  readonly row: TableRow<Name>;
  readonly book: AnswerBook;
  readonly problems: CellProblem[];
  readonly questions: CellProblem[];
  readonly warnings: CellProblem[];
};

export function rowReader<Name extends string>(row: TableRow<Name>, book: AnswerBook): RowReader<Name> {
  return { row, book, problems: [], questions: [], warnings: [] };
}

const longest = 2000;

/** What was said about a cell or about its word; null when nothing. */
export function saidOf<Name extends string>({ row, book }: RowReader<Name>, field: Name): string | null {
  const address = row.address(field);
  const { sheet } = row.source;
  const atCell = address === null ? null : (book.cell(sheet, address)?.value ?? null);
  const cell = row.cell(field);
  return atCell ?? (cell === null ? null : book.value(sheet, field, cell.text));
}

/** Fields whose text is a person's own number: it is not repeated in problems, which travel further than the file. */
const personal: ReadonlySet<string> = new Set(['identity', 'phone', 'certificateNumber']);

function shown(field: string, text: string): string {
  const short = text.slice(0, 60);
  return personal.has(field) ? short.replace(/[\dX]/giu, (digit, at: number) => (at < short.length - 2 ? '*' : digit)) : short;
}

/** A problem at the cell of `field`. */
export function problemAt<Name extends string>(
  { row }: RowReader<Name>,
  field: Name,
  code: ImportProblem,
  candidates: readonly Candidate[] = [],
): CellProblem {
  const text = tidy(row.cell(field)?.text ?? '');
  const found: CellProblem = { cell: row.address(field), field, code, facts: text === '' ? {} : { text: shown(field, text) } };
  return candidates.length === 0 ? found : { ...found, candidates };
}

/** The cell of `field`, or null when it is empty, was said to be, or cannot be kept. */
export function cellOf<Name extends string>(reader: RowReader<Name>, field: Name): SheetCell | null {
  const cell = reader.row.cell(field);
  if (cell === null || saidOf(reader, field) === choice.empty) return null;
  if (cell.kind === 'error') return reportedCell(reader, field, 'cell_error');
  if (!isStorable(cell.text)) return reportedCell(reader, field, 'cell_not_storable');
  return cell.text.length > longest ? reportedCell(reader, field, 'cell_too_long') : cell;
}

function reportedCell<Name extends string>(reader: RowReader<Name>, field: Name, code: ImportProblem): null {
  if (!isTold(reader, field)) reader.problems.push(problemAt(reader, field, code));
  return null;
}

/** Whether something was said of the field already: one cell is not blamed twice. */
export function isTold<Name extends string>({ problems, questions }: RowReader<Name>, field: Name): boolean {
  return [...problems, ...questions].some((problem) => problem.field === field);
}

type Parse<Value> = (cell: SheetCell) => Reading<Value>;

/**
 * The value of an optional field; null when the cell is empty or says 无. A cell that cannot be read is a problem for which leaving
 * it empty is on offer; a cell with several readings is a question between them, told apart by `show`.
 */
export function optional<Name extends string, Value>(
  reader: RowReader<Name>,
  field: Name,
  parse: Parse<Value>,
  show: (value: Value) => string = String,
): Value | null {
  const cell = cellOf(reader, field);
  if (cell === null || saysNothing(cell.text)) return null;
  const reading = parse(cell);
  if (!reading.ok) return choiceOf(reader, field, reading, show);
  if (reading.warning !== undefined) reader.warnings.push(problemAt(reader, field, reading.warning));
  return reading.value;
}

function choiceOf<Name extends string, Value>(
  reader: RowReader<Name>,
  field: Name,
  reading: Extract<Reading<Value>, { ok: false }>,
  show: (value: Value) => string,
): Value | null {
  const choices = reading.choices ?? [];
  const chosen = chosenOf(reader, field, choices, show);
  if (chosen !== undefined) return chosen;
  const leaveEmpty = { value: choice.empty, label: '' };
  const candidates = [...choices.map((value) => ({ value: show(value), label: show(value) })), leaveEmpty];
  (choices.length > 0 ? reader.questions : reader.problems).push(problemAt(reader, field, reading.code, candidates));
  return null;
}

function chosenOf<Name extends string, Value>(
  reader: RowReader<Name>,
  field: Name,
  choices: readonly Value[],
  show: (value: Value) => string,
): Value | undefined {
  const said = saidOf(reader, field);
  return said === null ? undefined : choices.find((value) => show(value) === said);
}

/** The value of a field that a record cannot be without. A cell with several readings is a question between them. */
export function required<Name extends string, Value>(
  reader: RowReader<Name>,
  field: Name,
  parse: Parse<Value>,
  whenMissing: ImportProblem,
): Value | null {
  const cell = cellOf(reader, field);
  if (cell === null) {
    if (!isTold(reader, field)) reader.problems.push(problemAt(reader, field, whenMissing));
    return null;
  }
  const reading = parse(cell);
  if (!reading.ok) return requiredChoice(reader, field, reading);
  if (reading.warning !== undefined) reader.warnings.push(problemAt(reader, field, reading.warning));
  return reading.value;
}

function requiredChoice<Name extends string, Value>(
  reader: RowReader<Name>,
  field: Name,
  { code, choices = [] }: Extract<Reading<Value>, { ok: false }>,
): Value | null {
  const chosen = chosenOf(reader, field, choices, String);
  if (chosen !== undefined) return chosen;
  const candidates = choices.map((value) => ({ value: String(value), label: String(value) }));
  (choices.length > 0 ? reader.questions : reader.problems).push(problemAt(reader, field, code, candidates));
  return null;
}

/** Text as it stands, without invisible characters and outer blanks; null when empty. Longer than `most` is a problem, never cut. */
export function words<Name extends string>(reader: RowReader<Name>, field: Name, most = 200): string | null {
  const text = tidy(cellOf(reader, field)?.text ?? '');
  if (text === '' || saysNothing(text)) return null;
  return text.length > most ? reportedCell(reader, field, 'cell_too_long') : text;
}

/** The verdict of a row that was read: wrong before doubtful, doubtful before ready. */
export function verdictOf<Name extends string, Draft>(reader: RowReader<Name>, draft: Draft | null): Verdict<Draft> {
  const { problems, questions, warnings } = reader;
  const { source } = reader.row;
  if (problems.length > 0) return { kind: 'wrong', source, problems: [...problems, ...questions] };
  if (questions.length > 0 || draft === null) return { kind: 'ask', source, questions };
  return { kind: 'ready', source, draft, warnings };
}
