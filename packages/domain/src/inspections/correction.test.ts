import { describe, expect, test } from 'vitest';

import { correctableUntil, correctionMade, mayStillCorrect } from './correction.ts';

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

describe('a correction that waited on a phone without a network', () => {
  const receivedAt = new Date('2026-02-10T02:00:00Z');
  const made = (claimed: string) => {
    const { at, suspect } = correctionMade(new Date(claimed), { recordedAt, receivedAt });
    return [at.toISOString(), suspect];
  };

  test.each(['2026-01-21T09:30:00.000Z', '2026-02-10T02:00:00.000Z'])('counts from when it was made, %s', (claimed) => {
    expect(made(claimed)).toEqual([claimed, false]);
  });

  test.each([
    ['five minutes before what it puts right, which clocks may differ', '2026-01-20T01:55:00.000Z', false],
    ['longer before what it puts right', '2026-01-20T01:54:59.999Z', true],
    ['in the future', '2026-02-10T02:05:00.001Z', true],
  ])('made %s, its clock is believed or not', (_, claimed, suspect) => {
    expect(made(claimed)).toEqual([suspect ? receivedAt.toISOString() : claimed, suspect]);
  });

  test('a clock a little fast makes it no later than its arrival; where none is said it counts from its arrival', () => {
    expect(made('2026-02-10T02:04:00Z')).toEqual([receivedAt.toISOString(), false]);
    expect(correctionMade(undefined, { recordedAt, receivedAt })).toEqual({ at: receivedAt, suspect: false });
  });
});
