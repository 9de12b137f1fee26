import { describe, expect, test } from 'vitest';

import type { SheetQuestion } from './drawing.ts';
import { canChoose, gradeSheet } from './grading.ts';
import type { AnswerLetter, QuestionKind } from './questions.ts';

const question = (id: string, kind: QuestionKind, right: readonly AnswerLetter[], points = 10): SheetQuestion => ({
  questionId: id,
  kind,
  topic: 'fire',
  stem: id,
  options: kind === 'trueFalse' ? [] : ['甲', '乙', '丙', '丁'],
  points,
  right,
  clause: null,
  explanation: null,
});

describe('grading', () => {
  const several = question('m', 'multiple', ['A', 'C']);

  test.each([
    [['A', 'C'], 10],
    [['C', 'A'], 10],
    [['A'], 0],
    [['A', 'C', 'D'], 0],
    [['B', 'D'], 0],
    [[], 0],
  ] as const)('several choices: %j of A and C gives %i points', (chosen, points) => {
    expect(gradeSheet([several], { m: chosen }, 80).points).toBe(points);
  });

  test('what was left open counts nothing', () => {
    const graded = gradeSheet([question('a', 'single', ['B']), question('b', 'trueFalse', ['F'])], { b: ['F'] }, 80);

    expect(graded).toMatchObject({ points: 10, fullPoints: 20, score: 50, passed: false });
    expect(graded.marks.map(({ correct }) => correct)).toEqual([false, true]);
  });

  test.each([
    [79, false],
    [80, true],
    [81, true],
  ])('%i points of a hundred against a pass mark of 80 pass: %s', (points, passed) => {
    const sheet = [question('a', 'single', ['A'], points), question('b', 'single', ['A'], 100 - points)];

    expect(gradeSheet(sheet, { a: ['A'], b: ['B'] }, 80)).toMatchObject({ score: points, passed });
  });

  test('a mark is rounded down, and the pass is decided before rounding', () => {
    const sheet = [question('a', 'single', ['A'], 2), question('b', 'single', ['A'], 1)];

    expect(gradeSheet(sheet, { a: ['A'] }, 67)).toMatchObject({ score: 66, passed: false });
    expect(gradeSheet(sheet, { a: ['A'] }, 66)).toMatchObject({ score: 66, passed: true });
  });

  test.each([
    ['single', ['D'], true],
    ['single', ['E'], false],
    ['single', ['A', 'B'], false],
    ['single', ['T'], false],
    ['multiple', ['A', 'B', 'C'], true],
    ['multiple', ['A', 'A'], false],
    ['trueFalse', ['T'], true],
    ['trueFalse', ['F'], true],
    ['trueFalse', ['A'], false],
    ['single', [], true],
  ] as const)('a %s question takes %j: %s', (kind, chosen, taken) => {
    expect(canChoose(question('q', kind, ['A']), chosen)).toBe(taken);
  });
});
