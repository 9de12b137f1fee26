import { expect, test } from 'vitest';

import { partsByUnit } from './ledger-parts.ts';

const row = (n: number) => ({ unitId: ['east', 'west', 'north'][n % 3] ?? '', n });
const rows = Array.from({ length: 10 }, (_, n) => row(n));

test('a ledger that fits into one part stays in the order of the file', () => {
  expect(partsByUnit(rows, 10)).toEqual([rows]);
});

test('parts hold the rows of few units, each in the order of the file, and every row once', () => {
  const parts = partsByUnit(rows, 4).map((part) => part.map(({ n }) => n));

  expect(parts).toEqual([
    [0, 3, 6, 9],
    [1, 2, 4, 7],
    [5, 8],
  ]);
});

test('no rows are no parts', () => {
  expect(partsByUnit([], 4)).toEqual([]);
});
