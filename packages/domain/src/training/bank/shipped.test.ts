import { describe, expect, test } from 'vitest';

import { objectionToQuestion, topics } from '../questions.ts';
import { shippedQuestions } from './shipped.ts';

describe('the bank that comes with the product', () => {
  test.each(shippedQuestions.map((question) => [question.code, question] as const))('%s can be asked as it stands', (_, question) => {
    expect(objectionToQuestion(question)).toBeNull();
    expect(question.stem).toMatch(/[。？（　）]$/u);
  });

  test('no code and no stem stands twice', () => {
    expect(new Set(shippedQuestions.map(({ code }) => code)).size).toBe(shippedQuestions.length);
    expect(new Set(shippedQuestions.map(({ stem }) => stem)).size).toBe(shippedQuestions.length);
  });

  test('every topic has questions, and both truths are asked', () => {
    expect(topics.filter((topic) => !shippedQuestions.some((question) => question.topic === topic))).toEqual([]);
    expect(shippedQuestions.length).toBeGreaterThanOrEqual(60);
    for (const letter of ['T', 'F'] as const) {
      expect(shippedQuestions.filter(({ kind, answer }) => kind === 'trueFalse' && answer[0] === letter).length).toBeGreaterThan(10);
    }
  });
});
