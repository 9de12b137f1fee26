import { expect, test } from 'vitest';

import { endOfSlice, isSliceFresh, sliceAt, sliceLength } from './sign-in-slice.ts';

const begin = new Date('2026-01-19T23:53:15Z');
const after = (ms: number) => new Date(begin.getTime() + ms);
const slice = sliceAt(begin);

test('a code is shown from the first moment of its slice to the last', () => {
  expect(begin.getTime() % sliceLength).toBe(0);
  expect([after(-1), begin, after(sliceLength - 1), after(sliceLength)].map(sliceAt)).toEqual([slice - 1, slice, slice, slice + 1]);
  expect(endOfSlice(slice)).toEqual(after(sliceLength));
});

test.each([
  ['a whole slice and a moment before it is shown', -sliceLength - 1, false],
  ['a whole slice before it is shown', -sliceLength, true],
  ['a moment before it is shown', -1, true],
  ['when it is shown first', 0, true],
  ['just before the next is shown', sliceLength - 1, true],
  ['when the next is shown', sliceLength, true],
  ['just before the one after is shown', 2 * sliceLength - 1, true],
  ['when the one after is shown', 2 * sliceLength, false],
  ['a day later', 86_400_000, false],
])('%s it signs in or not', (_, ms, signsIn) => {
  expect(isSliceFresh(slice, after(ms))).toBe(signsIn);
});
