import { addressOf, type Sheet, type SheetRow, type Workbook } from '@changming/domain/imports';
import { keyOf, refuse } from '@changming/domain/kernel';
import {
  type AnswerLetter,
  answerLetters,
  mostQuestions,
  objectionToQuestion,
  optionLetters,
  type QuestionRow,
} from '@changming/domain/training';
import { en, zhCN } from '@changming/phrases';

import { type QuestionField, questionFields, titleOf, words } from './question-columns.ts';

export type QuestionProblem = {
  readonly cell: string;
  readonly problem: keyof typeof words.questionBook.problems;
  readonly text: string;
};

export type ReadQuestions = { readonly rows: QuestionRow[]; readonly problems: QuestionProblem[] };

type Columns = ReadonlyMap<QuestionField, number>;

/**
 * The questions of a filled-in 题库, and what is wrong with it, cell by cell. Columns are known by their titles, in whatever order they
 * stand; the example row is passed over. Refused when there is no such sheet.
 */
export function readQuestions({ sheets }: Workbook): ReadQuestions {
  for (const sheet of sheets.filter(({ hidden }) => !hidden)) {
    const head = sheet.rows.find((row) => columnsOf(row).size >= 4);
    if (head !== undefined) return readSheet(sheet, head);
  }
  return refuse('invalid', 'training.workbook_unreadable');
}

function columnsOf(row: SheetRow): Columns {
  const titles = new Map(
    questionFields.flatMap((field) => (['zh-CN', 'en'] as const).map((language) => [keyOf(titleOf(field, language)), field] as const)),
  );
  return new Map(
    row.cells.flatMap(({ column, text }) => {
      const field = titles.get(keyOf(text));
      return field === undefined ? [] : [[field, column] as const];
    }),
  );
}

function readSheet(sheet: Sheet, head: SheetRow): ReadQuestions {
  const columns = columnsOf(head);
  const examples = [zhCN, en].map(({ imports }) => imports.workbooks.example);
  const filled = sheet.rows.filter(({ number, cells }) => number > head.number && !examples.includes(cells[0]?.text ?? ''));
  if (filled.length === 0 || filled.length > mostQuestions) return refuse('invalid', 'training.workbook_unreadable');
  const read = filled.map((row) => readRow(row, columns));
  return { rows: read.flatMap(({ question }) => question ?? []), problems: read.flatMap(({ problems }) => problems) };
}

function readRow(row: SheetRow, columns: Columns): { question: QuestionRow | null; problems: QuestionProblem[] } {
  const textOf = (field: QuestionField): string => row.cells.find(({ column }) => column === columns.get(field))?.text.trim() ?? '';
  const said = {
    kind: named(words.questionKinds, textOf('kind')),
    topic: named(words.topics, textOf('topic')),
    level: textOf('level') === '' ? null : named(words.levels, textOf('level')),
    difficulty: textOf('difficulty') === '' ? '1' : named(words.difficulties, textOf('difficulty')),
  };
  const options = optionLetters.map(textOf).filter((text) => text !== '');
  const answer = answerOf(textOf('answer'));
  const { kind, topic, level, difficulty } = said;
  const faults = faultsOf({ ...said, stem: textOf('stem'), options, answer });
  const problems = faults.map((problem) => {
    const field = problem === 'options' ? 'A' : problem;
    return { cell: addressOf(row.number, columns.get(field) ?? 1), problem, text: textOf(field) };
  });
  if (problems.length > 0 || kind === undefined || topic === undefined || level === undefined) return { question: null, problems };
  const maybe = (field: QuestionField) => (textOf(field) === '' ? null : textOf(field));
  const beside = { code: maybe('code'), clause: maybe('clause'), explanation: maybe('explanation') };
  return {
    question: { row: row.number, kind, topic, level, difficulty: Number(difficulty), stem: textOf('stem'), options, answer, ...beside },
    problems,
  };
}

/** The key under which a word stands in a list, undefined when it does not. */
function named<Key extends string | number>(list: Readonly<Record<Key, string>>, text: string): `${Key}` | undefined {
  return (Object.keys(list) as `${Key}`[]).find((key) => list[key as unknown as Key] === text);
}

/** `A`, `A、C`, `对`; nothing when it is none of these. */
function answerOf(text: string): AnswerLetter[] {
  const truth = named(words.truths, text);
  if (truth !== undefined) return [truth];
  const letters = Array.from(
    text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s,、，;；]/gu, ''),
  );
  const known: readonly string[] = answerLetters;
  return letters.every((letter) => known.includes(letter)) ? (letters as AnswerLetter[]) : [];
}

type Said = {
  readonly kind: QuestionRow['kind'] | undefined;
  readonly topic: string | undefined;
  readonly level: string | null | undefined;
  readonly difficulty: string | undefined;
  readonly stem: string;
  readonly options: readonly string[];
  readonly answer: readonly AnswerLetter[];
};

function faultsOf({ kind, topic, level, difficulty, stem, options, answer }: Said): QuestionProblem['problem'][] {
  const faults: QuestionProblem['problem'][] = [];
  if (kind === undefined) faults.push('kind');
  if (topic === undefined) faults.push('topic');
  if (level === undefined) faults.push('level');
  if (difficulty === undefined) faults.push('difficulty');
  if (stem === '' || stem.length > 500) faults.push('stem');
  return kind === undefined ? faults : [...faults, ...askedFaults(kind, options, answer)];
}

function askedFaults(kind: QuestionRow['kind'], options: readonly string[], answer: readonly AnswerLetter[]): QuestionProblem['problem'][] {
  if (options.some((option) => option.length > 200)) return ['options'];
  if (answer.length === 0) return ['answer'];
  const objection = objectionToQuestion({ kind, options, answer });
  if (objection === null) return [];
  return [objection === 'training.options_unfit' ? 'options' : 'answer'];
}
