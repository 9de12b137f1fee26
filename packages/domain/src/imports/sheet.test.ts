import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { addressOf, columnName, columnNumber, coverageOf } from './sheet.ts';

it('names columns as Excel does', () => {
  expect([1, 26, 27, 52, 702, 703, 16_384].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'ZZ', 'AAA', 'XFD']);
  expect(addressOf(7, 2)).toBe('B7');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 16_384 }), (column) => {
      expect(columnNumber(columnName(column))).toBe(column);
    }),
  );
});

it('knows which merge covers a cell', () => {
  const covers = coverageOf([
    { top: 3, left: 1, bottom: 3, right: 5 },
    { top: 5, left: 1, bottom: 121, right: 1 },
  ]);

  expect(covers(3, 4)).toMatchObject({ top: 3 });
  expect(covers(4, 1)).toBeNull();
  expect(covers(121, 1)).toMatchObject({ top: 5 });
  expect(covers(122, 1)).toBeNull();
  expect(covers(5, 2)).toBeNull();
});
