import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { alikeIndex } from './alike.ts';

/** The plain rule, for two keys: what they share of their neighbouring pairs of signs, twice, by the pairs of both. */
function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const [one, other] = [a, b].map(
    (key) => new Set(Array.from(key).flatMap((sign, at, signs) => (at === 0 ? [] : [`${signs[at - 1]}${sign}`]))),
  );
  const shared = [...(one ?? [])].filter((pair) => other?.has(pair)).length;
  const both = (one?.size ?? 0) + (other?.size ?? 0);
  return both === 0 ? 0 : (2 * shared) / both;
}

/** For each key those before it that are alike by the plain rule, the first `most` of them. */
const plainly = (keys: readonly string[], most: number) =>
  keys.map((key, at) =>
    keys
      .slice(0, at)
      .flatMap((other, before) => (likeness(other, key) >= 0.8 ? [before] : []))
      .slice(0, most),
  );

const byIndex = (keys: readonly string[], most: number) => {
  const index = alikeIndex<number>(keys);
  return keys.map((key, at) => {
    const found = index.firstAlike(key, most);
    index.add(key, at);
    return found;
  });
};

/** Few signs and a common beginning, so that many keys are near the bound, on both sides of it. */
const keys = fc
  .tuple(
    fc.string({ unit: fc.constantFrom('配', '电', '箱', '无', '门', '2', '号', '😀'), maxLength: 12 }),
    fc.array(fc.string({ unit: fc.constantFrom('配', '电', '箱', '1', '2', '3', '号'), maxLength: 6 }), { maxLength: 40 }),
    fc.array(fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 4 }), { maxLength: 10 }),
  )
  .map(([common, ends, others]) => [...ends.map((end) => common + end), ...others]);

it('finds what comparing each with each finds, and the first of them first', () => {
  let alike = 0;
  fc.assert(
    fc.property(keys, fc.integer({ min: 1, max: 4 }), (some, most) => {
      const expected = plainly(some, most);
      alike += expected.flat().length;
      expect(byIndex(some, most)).toEqual(expected);
    }),
    { numRuns: 1500 },
  );
  expect(alike).toBeGreaterThan(1000);
});

const figure = fc.nat(9).map(String);
/** Words full of numbers: all have the same few pairs, and some are another with a few figures changed. */
const numbered = fc
  .array(
    fc.record({
      figures: fc.array(figure, { minLength: 16, maxLength: 26 }).map((some) => some.join('')),
      again: fc.array(fc.tuple(fc.nat(29), figure), { maxLength: 3 }),
    }),
    { minLength: 7, maxLength: 14 },
  )
  .map((some) =>
    some.flatMap(({ figures, again }) => {
      const changed = again.reduce((text, [at, other]) => text.slice(0, at) + other + text.slice(at + 1), figures);
      return [`编号${figures}号货位`, `编号${changed}号货位`];
    }),
  );

it('finds them among words full of numbers, too', () => {
  let alike = 0;
  fc.assert(
    fc.property(numbered, fc.integer({ min: 1, max: 4 }), (some, most) => {
      const expected = plainly(some, most);
      alike += expected.flat().length;
      expect(byIndex(some, most)).toEqual(expected);
    }),
    { numRuns: 200 },
  );
  expect(alike).toBeGreaterThan(1000);
});

it.each([
  ['二楼东侧配电箱前堆放布料两捆', '二楼东侧配电箱前堆放布料三捆', true],
  // 8 of 10 pairs, and 7 of 9: either side of the bound.
  ['abcdefghijk', 'abcdefghi12', true],
  ['abcdefghij', 'abcdefgh12', false],
  ['一', '一', true],
  ['一', '二', false],
])('%s and %s: %s', (one, other, isAlike) => {
  const others = Array.from({ length: 20 }, (_, at) => String.fromCodePoint(0x5000 + at, 0x6000 + at));
  expect(byIndex([one, other], 1)[1], 'among few').toEqual(isAlike ? [0] : []);
  expect(byIndex([one, other, ...others], 1)[1], 'among many').toEqual(isAlike ? [0] : []);
});
