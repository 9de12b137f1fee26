import { describe, expect, it } from 'vitest';

import { overlap, placeNames } from './place-names.ts';

const room = { area: { x: 0, y: 0, width: 400, height: 300 }, radius: 8, height: 10 };

describe('the name of a sign', () => {
  it('stands below it where nothing is in the way', () => {
    expect(placeNames([{ x: 100, y: 100, width: 40 }], room)).toEqual([{ x: 80, y: 109, width: 40, height: 10 }]);
  });

  it.each([
    ['at the lower edge above it', { x: 100, y: 290 }, { x: 80, y: 271 }],
    ['in the lower left corner right of it', { x: 10, y: 292 }, { x: 19, y: 287 }],
    ['in the upper right corner left of it', { x: 392, y: 10 }, { x: 343, y: 5 }],
  ])('stands %s', (_, at, expected) => {
    expect(placeNames([{ ...at, width: 40 }], room)).toMatchObject([expected]);
  });

  it('makes room for one another and for signs, and is never left out', () => {
    const row = [0, 1, 2, 3, 4, 5].map((each) => ({ x: 60 + 30 * each, y: 150, width: 42 }));
    const names = placeNames(row, room);

    const met = names.flatMap((one, at) => names.slice(at + 1).filter((other) => overlap(one, other)));
    expect([names.length, met.length]).toEqual([6, 0]);
    expect(
      placeNames(
        Array.from({ length: 9 }, () => ({ x: 200, y: 150, width: 42 })),
        room,
      ),
    ).toHaveLength(9);
  });
});
