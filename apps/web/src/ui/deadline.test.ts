import { expect, test } from 'vitest';

import { overrunOf } from './deadline.ts';

const due = '2026-03-05T06:00:00Z';
const after = (minutes: number) => overrunOf(due, new Date(Date.parse(due) + minutes * 60_000));

test('an instant that has passed is over by minutes, then hours, then days', () => {
  expect([after(-1), after(0), after(59)]).toEqual([null, { in: 'minutes', count: 1 }, { in: 'minutes', count: 59 }]);
  expect([after(60), after(3 * 60 + 59), after(48 * 60 - 1)]).toEqual([
    { in: 'hours', count: 1 },
    { in: 'hours', count: 3 },
    { in: 'hours', count: 47 },
  ]);
  expect(after(50 * 60)).toEqual({ in: 'days', count: 2 });
});
