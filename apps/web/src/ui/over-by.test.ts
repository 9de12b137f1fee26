import { text } from '@changming/domain/kernel';
import { expect, test } from 'vitest';

import { overBy } from './over-by.ts';

test.each([
  ['', 0],
  ['城东路 18 号', 0],
  ['一'.repeat(200), 0],
  ['一'.repeat(212), 12],
  [`  ${'一'.repeat(200)}\n`, 0],
  [`\u{200b}${'一'.repeat(200)}`, 0],
  ['e\u{301}'.repeat(201), 1],
  ['🏭'.repeat(101), 0],
  ['🏭'.repeat(202), 2],
])('a text is too long in the form exactly when the API would refuse it for that', (typed, over) => {
  const issues = text(200).safeParse(typed).error?.issues ?? [];

  expect(overBy(typed, 200)).toBe(over);
  expect(issues.some(({ code }) => code === 'too_big')).toBe(over > 0);
});

test('what is no text is not too long', () => {
  expect([overBy(undefined, 4), overBy(null, 4), overBy(12_345, 4)]).toEqual([0, 0, 0]);
});
