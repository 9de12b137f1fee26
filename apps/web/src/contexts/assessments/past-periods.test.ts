import { expect, test } from 'vitest';

import { pastPeriods } from './past-periods.ts';

test('only what is over can be assessed, the latest first', () => {
  expect(pastPeriods('2026-10-01').slice(0, 4)).toEqual(
    ['2026Q3', '2026-09', '2026-08', '2026-07'].toSorted((a, b) => order(a) - order(b)),
  );
  expect(pastPeriods('2026-09-30')).not.toContain('2026Q3');
});

test('of periods that end on the same day the longer one comes first', () => {
  expect(pastPeriods('2026-01-05').slice(0, 4)).toEqual(['2025', '2025H2', '2025Q4', '2025-12']);
});

function order(name: string): number {
  return ['2026Q3', '2026-09', '2026-08', '2026-07'].indexOf(name);
}
