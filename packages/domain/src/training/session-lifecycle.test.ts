import { describe, expect, it } from 'vitest';

import { trainingCategories } from './categories.ts';
import { levelObjection, objectionToStep, type SessionFacts, sessionStates, sessionSteps } from './session-lifecycle.ts';

const now = new Date('2026-03-05T10:00:00+08:00');
const held: SessionFacts = {
  state: 'planned',
  startsAt: new Date('2026-03-05T08:00:00+08:00'),
  assessed: true,
  present: 12,
  withoutResult: 0,
};

describe('all states and all steps', () => {
  const table = sessionStates.map((state) => sessionSteps.map((step) => objectionToStep(step, { ...held, state }, now)));

  it('a planned session takes every step but a correction', () => {
    expect(table[0]).toEqual([null, null, null, null, null, null, 'training.credit_not_found']);
  });

  it('a closed session takes a correction and nothing else', () => {
    expect(table[1]).toEqual([...Array.from({ length: 6 }, () => 'training.not_planned'), null]);
  });

  it('a cancelled session takes nothing', () => {
    expect(table[2]).toEqual([...Array.from({ length: 6 }, () => 'training.not_planned'), 'training.credit_not_found']);
  });
});

describe('closing', () => {
  it.each([
    [{ startsAt: null }, 'training.not_begun'],
    [{ startsAt: new Date(now.getTime() + 1) }, 'training.not_begun'],
    [{ startsAt: now }, null],
    [{ present: 0 }, 'training.nobody_present'],
    [{ present: 1 }, null],
    [{ withoutResult: 1 }, 'training.result_missing'],
    [{ withoutResult: 1, assessed: false }, null],
  ])('%o gives %s', (over, objection) => {
    expect(objectionToStep('close', { ...held, ...over }, now)).toBe(objection);
  });
});

it('three categories have a level each, the others none', () => {
  const leveled = trainingCategories.filter((category) => levelObjection(category, null) === 'training.level_needed');

  expect(leveled).toEqual(['threeLevel', 'transfer', 'return']);
  expect(trainingCategories.filter((category) => levelObjection(category, 'team') === null)).toEqual(leveled);
});
