import { expect, test } from 'vitest';

import { addDays } from '../kernel/index.ts';
import { periodsToRecount } from './recount.ts';

const namesOf = (today: string, grain: string) => periodsToRecount(today).flatMap((each) => (each.grain === grain ? [each.name] : []));

test.each([
  ['2026-03-01', ['2026-03', '2026-02']],
  ['2026-03-31', ['2026-03', '2026-02']],
  ['2026-01-01', ['2026-01', '2025-12']],
])('in the night of %s this month and the last are compared with the records, and one before them', (today, months) => {
  const [first, second, third] = namesOf(today, 'month');

  expect([first, second]).toEqual(months);
  expect(third && second && third < second).toBe(true);
});

test('the months come first, then what is made of them, each once', () => {
  const periods = periodsToRecount('2026-01-10');

  expect(periods.map(({ name }) => name).join(' ')).toBe('2026-01 2025-12 2025-05 2026Q1 2025Q4 2025Q2 2026H1 2025H2 2025H1 2026 2025');
  expect(
    periods
      .slice(3, 9)
      .map(({ from }) => from.slice(0, 7))
      .join(' '),
  ).toBe('2026-01 2025-10 2025-04 2026-01 2025-07 2025-01');
});

test.each(['2026-05-10', '2024-02-15'])('within ten nights from %s every month of the last year was compared', (from) => {
  const nights = Array.from({ length: 10 }, (_, night) => addDays(from, night));

  expect(new Set(nights.flatMap((night) => namesOf(night, 'month'))).size).toBe(12);
});
