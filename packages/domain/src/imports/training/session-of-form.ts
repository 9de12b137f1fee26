import { levelObjection, trainingCategories, type TrainingCategory, type TrainingLevel, trainingLevels } from '../../training/index.ts';
import type { Day } from '../../kernel/index.ts';
import type { AnswerBook } from '../answers.ts';
import type { ImportProblem } from '../problems.ts';
import type { Reading } from '../reading.ts';
import { tidy } from '../text-keys.ts';
import type { CellProblem } from '../verdict.ts';
import { categoryFrom, type Held, heldFrom, hoursFrom, levelFrom } from './session-words.ts';
import type { TitleField, TitleWord } from './title-words.ts';
import type { SessionDraft } from './training-draft.ts';

export type SessionReading = {
  readonly session: Omit<SessionDraft, 'unitId'> | null;
  readonly problems: readonly CellProblem[];
  readonly questions: readonly CellProblem[];
  readonly warnings: readonly CellProblem[];
};

type Told = ReadonlyMap<TitleField, TitleWord>;
type Asking = { readonly sheet: string; readonly year: number; readonly today: Day; readonly book: AnswerBook };
type Notes = { readonly problems: CellProblem[]; readonly questions: CellProblem[]; readonly warnings: CellProblem[] };

const mostWords = 80;

/** The session of a form. What is missing or doubtful is told at the cell of the title, for each person of the form. */
export function sessionOf(told: Told, asking: Asking): SessionReading {
  const notes: Notes = { problems: [], questions: [], warnings: [] };
  const title = titleOf(told, notes);
  const held = heldOf(told, notes, asking);
  const classHours = needed(told, 'hours', { parse: hoursFrom, notes, code: 'training_hours_missing' });
  const kind = kindOf(told, notes, asking);
  const beside = { place: wordsOf(told, 'place', notes), trainer: wordsOf(told, 'trainer', notes) };
  if (title === null || held === null || classHours === null || kind === null) return { session: null, ...notes };
  if (minutesOf(held) < classHours * shortestHour) notes.warnings.push(problemOf(told, 'hours', 'training_hours_exceed_time'));
  return { session: { title, ...held, classHours, ...kind, ...beside }, ...notes };
}

function titleOf(told: Told, notes: Notes): string | null {
  if (!told.has('title')) notes.problems.push(missing('title', 'training_title_missing'));
  return wordsOf(told, 'title', notes);
}

/** So long as the form says that it took; it may not say. */
function minutesOf({ from, until }: Held): number {
  return from === null || until === null ? Infinity : until - from;
}

/** A class hour is 45 minutes; a form that counts them a little shorter is not blamed. */
const shortestHour = 40;

function heldOf(told: Told, notes: Notes, { year, today }: Asking) {
  const held = needed(told, 'time', { parse: (text) => heldFrom(text, year), notes, code: 'date_missing' });
  if (held === null || held.heldOn <= today) return held;
  notes.problems.push(problemOf(told, 'time', 'training_after_today'));
  return null;
}

function kindOf(told: Told, { questions }: Notes, { sheet, book }: Asking) {
  const said = saidOf(told, { book, sheet, fields: ['category', 'title'] });
  const word = textOf(told, 'category');
  const title = textOf(told, 'title') ?? '';
  const category = said.find(isCategory) ?? categoryFrom(word, title);
  if (category === null) {
    questions.push(problemOf(told, word === null ? 'title' : 'category', 'training_category_unknown', trainingCategories));
    return null;
  }
  if (levelObjection(category, null) === null) return { category, level: null };
  const level = said.find(isLevel) ?? levelFrom([title, word].join(' '));
  if (level !== null) return { category, level };
  questions.push(problemOf(told, 'title', 'training_level_unknown', trainingLevels));
  return null;
}

function textOf(told: Told, field: TitleField): string | null {
  return told.get(field)?.text ?? null;
}

type Saying = { readonly book: AnswerBook; readonly sheet: string; readonly fields: readonly TitleField[] };

/** What people said about the words or the cells of the title. */
function saidOf(told: Told, { book, sheet, fields }: Saying): readonly string[] {
  return fields.flatMap((field) => {
    const word = told.get(field);
    if (word === undefined) return [];
    return [book.value(sheet, field, word.text), book.cell(sheet, word.cell)?.value].filter((each) => typeof each === 'string');
  });
}

const isCategory = (said: string): said is TrainingCategory => trainingCategories.some((each) => each === said);
const isLevel = (said: string): said is TrainingLevel => trainingLevels.some((each) => each === said);

type Needing<Value> = { readonly parse: (text: string) => Reading<Value>; readonly notes: Notes; readonly code: ImportProblem };

function needed<Value>(told: Told, field: TitleField, { parse, notes, code }: Needing<Value>): Value | null {
  const word = told.get(field);
  if (word === undefined) {
    notes.problems.push(missing(field, code));
    return null;
  }
  const reading = parse(word.text);
  if (!reading.ok) notes.problems.push(problemOf(told, field, reading.code));
  else if (reading.warning !== undefined) notes.warnings.push(problemOf(told, field, reading.warning));
  return reading.ok ? reading.value : null;
}

function wordsOf(told: Told, field: TitleField, { problems }: Notes): string | null {
  const text = tidy(told.get(field)?.text ?? '');
  if (text.length <= mostWords) return text === '' ? null : text;
  problems.push(problemOf(told, field, 'cell_too_long'));
  return null;
}

function missing(field: TitleField, code: ImportProblem): CellProblem {
  return { cell: null, field, code, facts: {} };
}

function problemOf(told: Told, field: TitleField, code: ImportProblem, choices: readonly string[] = []): CellProblem {
  const word = told.get(field);
  const facts: CellProblem['facts'] = word === undefined ? {} : { text: word.text.slice(0, 60) };
  const candidates = choices.map((value) => ({ value, label: value }));
  return { cell: word?.cell ?? null, field, code, facts, ...(candidates.length === 0 ? {} : { candidates }) };
}
