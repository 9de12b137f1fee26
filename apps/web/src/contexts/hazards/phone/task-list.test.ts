import { expect, test } from 'vitest';

import { firstList } from './task-list.ts';

test('the tasks open on the list that has work, and on one’s own work when both have', () => {
  expect(firstList({ work: 0, triage: 0, accept: 4, decide: 1 })).toBe('accept');
  expect(firstList({ work: 2, triage: 3, accept: 4, decide: 1 })).toBe('work');
  expect(firstList({ work: 0, triage: 3, accept: 4, decide: 1 })).toBe('triage');
  expect(firstList({ work: 0, triage: 0, accept: 0, decide: 1 })).toBe('decide');
  expect(firstList({ work: 0, triage: 0, accept: 0, decide: 0 })).toBe('work');
});
