import { expect, test } from 'vitest';

import { firstList } from './task-list.ts';

test('the tasks open on the list that has work, and on one’s own work when both have', () => {
  expect(firstList({ work: 0, accept: 4 })).toBe('accept');
  expect(firstList({ work: 2, accept: 4 })).toBe('work');
  expect(firstList({ work: 0, accept: 0 })).toBe('work');
});
