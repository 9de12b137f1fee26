import { expect, test } from 'vitest';

import { correctableUntil, mayStillCorrect } from './correction.ts';

const recordedAt = new Date('2026-01-20T02:00:00Z');

test.each([
  ['2026-01-27T01:59:59.999Z', true],
  ['2026-01-27T02:00:00.000Z', true],
  ['2026-01-27T02:00:00.001Z', false],
])('at %s a check of a week ago may be put right: %s', (now, may) => {
  expect(mayStillCorrect(recordedAt, new Date(now), 7)).toBe(may);
});

test('by a stricter rule the time is shorter, and none at all is allowed too', () => {
  expect(correctableUntil(recordedAt, 1)).toEqual(new Date('2026-01-21T02:00:00Z'));
  expect(mayStillCorrect(recordedAt, new Date('2026-01-20T02:00:01Z'), 0)).toBe(false);
});
