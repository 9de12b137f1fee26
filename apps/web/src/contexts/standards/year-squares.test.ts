import { expect, test } from 'vitest';

import { markOf, monthsOf } from './year-squares.ts';

const plain = { name: null, source: null } as const;

test('a day is marked where it is not as its weekday usually is', () => {
  expect(markOf({ day: '2026-03-02', kind: 'work', ...plain })).toBe('work');
  expect(markOf({ day: '2026-03-07', kind: 'rest', ...plain })).toBe('rest');
  expect(markOf({ day: '2026-10-01', kind: 'rest', name: '国庆节', source: 'notice' })).toBe('holiday');
  expect(markOf({ day: '2026-10-10', kind: 'work', name: '国庆节', source: 'notice' })).toBe('shift');
  expect(markOf({ day: '2026-08-03', kind: 'rest', name: '高温停产', source: 'headquarters' })).toBe('headquarters');
});

test('a month begins under the weekday of its first day', () => {
  const [january, february] = monthsOf([
    { day: '2026-01-01', kind: 'rest', ...plain },
    { day: '2026-02-01', kind: 'rest', ...plain },
  ]);

  expect(january).toMatchObject({ month: 1, blanks: 3 });
  expect(february).toMatchObject({ month: 2, blanks: 6 });
});
