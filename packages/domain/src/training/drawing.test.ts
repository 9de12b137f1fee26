import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { shippedQuestions } from './bank/shipped.ts';
import { askedOf, type BankQuestion, type DrawRule, drawSheet, fullPointsOf, objectionToRules, shortagesOf } from './drawing.ts';
import { gradeSheet } from './grading.ts';
import { topics } from './questions.ts';

const bank: readonly BankQuestion[] = shippedQuestions.map((question) => ({ ...question, id: question.code }));

/** Rules that the bank can serve: some topics, each with no more questions than it has. */
const servable = fc
  .subarray([...topics], { minLength: 1 })
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map((topic) =>
        fc.record({
          topic: fc.constant(topic),
          kind: fc.constant(null),
          count: fc.integer({ min: 1, max: held(topic) }),
          points: fc.integer({ min: 1, max: 10 }),
        }),
      ),
    ),
  )
  .map((rules): readonly DrawRule[] => rules);

function held(topic: string): number {
  return bank.filter((question) => question.topic === topic).length;
}

const draw = (rules: readonly DrawRule[], seed: string) => drawSheet({ rules, bank, level: null, seed });

describe('drawing a paper', () => {
  test('the same seed draws the same sheet, in whatever order the bank is handed in', () => {
    fc.assert(
      fc.property(servable, fc.string(), fc.shuffledSubarray([...bank], { minLength: bank.length }), (rules, seed, mixed) => {
        expect(drawSheet({ rules, bank: mixed, level: null, seed })).toEqual(draw(rules, seed));
      }),
      { numRuns: 40 },
    );
  });

  test('every rule gets as many questions as it asks for, each question once, worth what the rule says', () => {
    fc.assert(
      fc.property(servable, fc.string(), (rules, seed) => {
        const sheet = draw(rules, seed);

        for (const { topic, count, points } of rules) {
          const drawn = sheet.filter((question) => question.topic === topic);
          expect(drawn.length).toBe(count);
          expect(drawn.every((question) => question.points === points)).toBe(true);
        }
        expect(new Set(sheet.map(({ questionId }) => questionId)).size).toBe(sheet.length);
        expect(sheet.reduce((sum, { points }) => sum + points, 0)).toBe(fullPointsOf(rules));
      }),
      { numRuns: 60 },
    );
  });

  test('the right letters point at the right options, wherever these were drawn to', () => {
    fc.assert(
      fc.property(servable, fc.string(), (rules, seed) => {
        for (const { questionId, kind, options, right } of draw(rules, seed)) {
          const asked = bank.find(({ id }) => id === questionId);
          if (asked === undefined) throw new Error(questionId);
          const texts = (of: readonly string[], letters: readonly string[]) =>
            letters.map((letter) => of[letter.charCodeAt(0) - 65] ?? '').toSorted((one, other) => (one < other ? -1 : 1));
          if (kind === 'trueFalse') expect(right).toEqual(asked.answer);
          else expect(texts(options, right)).toEqual(texts(asked.options, asked.answer));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('what is sent to the person tells neither the right letters nor the explanation', () => {
    fc.assert(
      fc.property(servable, fc.string(), (rules, seed) => {
        const keys = new Set(askedOf(draw(rules, seed)).flatMap((question) => Object.keys(question)));

        expect([...keys].toSorted()).toEqual(['kind', 'options', 'points', 'questionId', 'stem', 'topic']);
      }),
      { numRuns: 20 },
    );
  });

  test('another seed gives another sheet', () => {
    const rules: DrawRule[] = [{ topic: 'fire', kind: null, count: 10, points: 5 }];

    expect(draw(rules, 'one').map(({ questionId }) => questionId)).not.toEqual(draw(rules, 'two').map(({ questionId }) => questionId));
  });

  test('whoever answers by the key gets all points', () => {
    const rules: DrawRule[] = topics.map((topic) => ({ topic, kind: null, count: 2, points: 4 }));
    const sheet = draw(rules, 'key');

    const graded = gradeSheet(sheet, Object.fromEntries(sheet.map(({ questionId, right }) => [questionId, right])), 100);

    expect(graded).toMatchObject({ score: 100, passed: true });
  });
});

describe('whether a bank suffices', () => {
  const fire = held('fire');

  test.each([
    [fire, 0],
    [fire + 1, 1],
  ])('%i questions on fire fall short of the bank by %i rules', (count, short) => {
    expect(shortagesOf([{ topic: 'fire', kind: null, count, points: 1 }], bank, null)).toHaveLength(short);
  });

  test('a paper of one level leaves the questions of other levels out', () => {
    const ofTeam = bank.filter(({ topic, level }) => topic === 'machinery' && (level === null || level === 'team')).length;
    const rule = { topic: 'machinery', kind: null, count: ofTeam, points: 1 } as const;

    expect(shortagesOf([rule], bank, 'team')).toEqual([]);
    expect(shortagesOf([{ ...rule, count: ofTeam + 1 }], bank, 'team')).toEqual([
      { topic: 'machinery', kind: null, wanted: ofTeam + 1, held: ofTeam },
    ]);
    const sheet = drawSheet({ rules: [rule], bank, level: 'team', seed: 's' });
    expect(sheet.every(({ questionId }) => ['team', null].includes(bank.find(({ id }) => id === questionId)?.level ?? null))).toBe(true);
  });

  test.each([
    ['single', 'single', 'training.draw_overlaps'],
    ['single', null, 'training.draw_overlaps'],
    ['single', 'multiple', null],
  ] as const)('rules on one topic for %s and %s', (one, other, objection) => {
    const rules = [one, other].map((kind): DrawRule => ({ topic: 'fire', kind, count: 1, points: 1 }));

    expect(objectionToRules(rules)).toBe(objection);
  });
});
