import type { SheetQuestion } from './drawing.ts';
import type { AnswerLetter } from './questions.ts';

/** The letters chosen for each question; what was left open is missing or empty. */
export type Answers = Readonly<Record<string, readonly AnswerLetter[]>>;

export type Mark = {
  readonly questionId: string;
  readonly chosen: readonly AnswerLetter[];
  readonly correct: boolean;
  readonly points: number;
};

export type Graded = {
  readonly points: number;
  readonly fullPoints: number;
  /** Of a hundred, rounded down: nobody is shown a mark that would pass and has failed. */
  readonly score: number;
  readonly passed: boolean;
  readonly marks: readonly Mark[];
};

/** 评卷: a question counts whole or not at all; of several choices all the right ones and none else. `passMark` is of a hundred. */
export function gradeSheet(sheet: readonly SheetQuestion[], answers: Answers, passMark: number): Graded {
  const marks = sheet.map((question): Mark => {
    const chosen = answers[question.questionId] ?? [];
    const correct = sameLetters(question.right, chosen);
    return { questionId: question.questionId, chosen, correct, points: correct ? question.points : 0 };
  });
  const points = marks.reduce((sum, mark) => sum + mark.points, 0);
  const fullPoints = sheet.reduce((sum, question) => sum + question.points, 0);
  const passed = fullPoints > 0 && points * 100 >= passMark * fullPoints;
  return { points, fullPoints, score: fullPoints === 0 ? 0 : Math.floor((points * 100) / fullPoints), passed, marks };
}

function sameLetters(right: readonly AnswerLetter[], chosen: readonly AnswerLetter[]): boolean {
  return new Set(chosen).size === right.length && right.every((letter) => chosen.includes(letter));
}

/** Whether these letters can be chosen for the question: options that stand on the sheet, one only where one is right. */
export function canChoose(question: SheetQuestion, chosen: readonly AnswerLetter[]): boolean {
  if (new Set(chosen).size !== chosen.length) return false;
  if (question.kind !== 'multiple' && chosen.length > 1) return false;
  if (question.kind === 'trueFalse') return chosen.every((letter) => letter === 'T' || letter === 'F');
  return chosen.every((letter) => letter !== 'T' && letter.charCodeAt(0) - 65 < question.options.length);
}
