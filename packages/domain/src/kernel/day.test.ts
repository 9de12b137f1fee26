import fc from 'fast-check';
import { expect, it } from 'vitest';

import { addDays, dayIn, daysBetween, isDay, isPlausibleDay, startOf } from './day.ts';

it('begins at midnight in Shanghai', () => {
  expect(dayIn(new Date('2026-03-04T15:59:59.999Z'))).toBe('2026-03-04');
  expect(dayIn(new Date('2026-03-04T16:00:00.000Z'))).toBe('2026-03-05');
  expect(startOf('2026-03-05').toISOString()).toBe('2026-03-04T16:00:00.000Z');
});

it('refuses days that do not exist', () => {
  expect(['2026-02-28', '2024-02-29', '2026-02-29', '2026-02-30', '2026-13-01', '26-01-01', ''].filter(isDay)).toEqual([
    '2026-02-28',
    '2024-02-29',
  ]);
});

it('tells a day of a life from a slip of the hand', () => {
  const days = ['1939-12-31', '1940-01-01', '2026-01-20', '2027-01-20', '2027-01-21', '9999-12-31'];
  expect(days.filter((day) => isPlausibleDay(day, '2026-01-20'))).toEqual(['1940-01-01', '2026-01-20', '2027-01-20']);
});

it('adds and counts consistently', () => {
  fc.assert(
    fc.property(fc.integer({ min: -4000, max: 4000 }), (n) => {
      expect(daysBetween('2026-01-31', addDays('2026-01-31', n))).toBe(n);
    }),
  );
});
