import fc from 'fast-check';
import { expect, it } from 'vitest';

import { movedPlace, placeIn, placeUnits, sheetState } from './index.ts';

it('a place is the same at every size of the picture, and never off it', () => {
  const length = fc.integer({ min: 100, max: 4000 });
  fc.assert(
    fc.property(length, length, fc.double({ min: 0, max: 1, noNaN: true }), (width, height, share) => {
      const box = { left: 40, top: 20, width, height };
      const { x, y } = placeIn(box, { x: 40 + share * width, y: 20 + share * height });
      expect(Math.abs(x - share * placeUnits)).toBeLessThanOrEqual(1);
      expect(x).toBe(y);
    }),
  );
  expect(placeIn({ left: 0, top: 0, width: 100, height: 100 }, { x: -5, y: 140 })).toEqual({ x: 0, y: placeUnits });
  expect(movedPlace({ x: 9990, y: 5 }, { x: 50, y: -50 })).toEqual({ x: placeUnits, y: 0 });
});

it.each([
  [null, null, 'current'],
  ['2026-03-01', null, 'replaced'],
  ['2026-03-01', '2026-04-01', 'replaced'],
  [null, '2026-04-01', 'withdrawn'],
] as const)('a sheet replaced on %s of a series closed on %s is %s', (replacedOn, closedOn, state) => {
  expect(sheetState({ replacedOn, closedOn })).toBe(state);
});
