import type { TrainingLevel } from './categories.ts';
import type { ExamRefusal } from './exam-refusals.ts';

export const questionKinds = ['single', 'multiple', 'trueFalse'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** 题目类别: what is asked about. */
export const topics = [
  'law',
  'fire',
  'electricity',
  'gas',
  'machinery',
  'dust',
  'hotWork',
  'confinedSpace',
  'chemicals',
  'specialEquipment',
  'escape',
  'firstAid',
  'discipline',
] as const;
export type Topic = (typeof topics)[number];

/** Letters of the options in their order; true and false have letters of their own. */
export const optionLetters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const;

export type AnswerLetter = (typeof optionLetters)[number] | 'T';
export const answerLetters = [...optionLetters, 'T'] as const satisfies readonly AnswerLetter[];

export type Question = {
  readonly kind: QuestionKind;
  readonly topic: Topic;
  readonly level: TrainingLevel | null;
  readonly difficulty: number;
  readonly stem: string;
  readonly options: readonly string[];
  readonly answer: readonly AnswerLetter[];
  readonly clause: string | null;
  readonly explanation: string | null;
};

type Asked = Pick<Question, 'kind' | 'options' | 'answer'>;

/** Why a question cannot be asked like this, or null. One choice has one right option, several choices two or more, and no option stands twice. */
export function objectionToQuestion({ kind, options, answer }: Asked): ExamRefusal | null {
  if (new Set(answer).size !== answer.length) return 'training.answer_unfit';
  if (kind === 'trueFalse') return options.length === 0 && isTruth(answer) ? null : 'training.answer_unfit';
  if (!canChooseAmong(kind, options)) return 'training.options_unfit';
  const letters: readonly AnswerLetter[] = optionLetters.slice(0, options.length);
  if (!answer.every((letter) => letters.includes(letter))) return 'training.answer_unfit';
  return fitsKind(kind, answer.length) ? null : 'training.answer_unfit';
}

function canChooseAmong(kind: QuestionKind, options: readonly string[]): boolean {
  const least = kind === 'single' ? 2 : 3;
  return options.length >= least && options.length <= optionLetters.length && new Set(options).size === options.length;
}

function isTruth(answer: readonly AnswerLetter[]): boolean {
  return answer.length === 1 && (answer[0] === 'T' || answer[0] === 'F');
}

function fitsKind(kind: QuestionKind, right: number): boolean {
  return kind === 'single' ? right === 1 : right >= 2;
}
