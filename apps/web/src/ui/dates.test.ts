import { expect, test } from 'vitest';

import { dayOf, daysBetween, hourOf, instantText } from './dates.ts';
import { deadlineOf } from './deadline.ts';

test('an instant is shown in the time of Shanghai, whatever the zone of the browser', () => {
  expect(instantText('2026-03-05T06:20:59Z')).toBe('2026-03-05 14:20');
});

test('the business day begins at midnight in Shanghai', () => {
  expect(dayOf('2026-03-04T16:00:00Z')).toBe('2026-03-05');
  expect(hourOf('2026-03-04T16:00:00Z')).toBe(0);
});

test('days are counted over the end of a month and a leap day', () => {
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  expect(daysBetween('2026-03-05', '2026-03-01')).toBe(-4);
});

test.each([
  [null, { urgency: 'none' }],
  ['2026-03-01', { urgency: 'late', days: 4 }],
  ['2026-03-05', { urgency: 'today', days: 0 }],
  ['2026-03-06', { urgency: 'tomorrow', days: 1 }],
  ['2026-03-08', { urgency: 'near', days: 3 }],
  ['2026-03-09', { urgency: 'calm', days: 4 }],
])('on 5 March a deadline of %s is %o', (dueOn, expected) => {
  expect(deadlineOf(dueOn, '2026-03-05')).toEqual(expected);
});
