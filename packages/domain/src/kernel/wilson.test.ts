import { describe, expect, it } from 'vitest';

import { effectiveSize, mover, wilson } from './wilson.ts';

const fourDigits = ({ lower, upper }: { lower: number; upper: number }) => [Number(lower.toFixed(4)), Number(upper.toFixed(4))];

describe("Wilson's interval", () => {
  /** Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I. */
  it.each([
    { held: 81, of: 263, plain: [0.2553, 0.3662], corrected: [0.2535, 0.3682] },
    { held: 15, of: 148, plain: [0.0624, 0.1605], corrected: [0.0598, 0.1644] },
    { held: 0, of: 20, plain: [0, 0.1611], corrected: [0, 0.2005] },
    { held: 1, of: 29, plain: [0.0061, 0.1718], corrected: [0.0018, 0.1963] },
  ])('is the published one for $held of $of, with and without continuity correction', ({ held, of, plain, corrected }) => {
    expect(fourDigits(wilson(held / of, of))).toEqual(plain);
    expect(fourDigits(wilson(held / of, of, 1 / (2 * of)))).toEqual(corrected);
  });

  it('turns round with the share', () => {
    const held = wilson(0.8, 10, 0.05);
    const relapsed = wilson(0.2, 10, 0.05);

    expect(1 - held.lower).toBeCloseTo(relapsed.upper, 12);
    expect(1 - held.upper).toBeCloseTo(relapsed.lower, 12);
  });

  it('shrinks to the share when all were drawn', () => {
    expect(effectiveSize(7, 7)).toBe(Number.POSITIVE_INFINITY);
    expect(wilson(0.9, effectiveSize(7, 7))).toEqual({ lower: 0.9, upper: 0.9 });
    expect(effectiveSize(1, 1_000_000)).toBeCloseTo(1, 5);
    expect(effectiveSize(2, 10)).toBe(2.25);
  });
});

describe('MOVER', () => {
  /** Newcombe, Interval estimation for the difference between independent proportions, ibid., method 10: 56/70 − 48/80. */
  it('gives the published interval of a difference, written as the sum p₁ + (1 − p₂)', () => {
    const first = { weight: 1, share: 56 / 70, ...wilson(56 / 70, 70) };
    const second = { weight: 1, share: 32 / 80, ...wilson(32 / 80, 80) };

    const { lower, upper } = mover([first, second]);

    expect(fourDigits({ lower: lower - 1, upper: upper - 1 })).toEqual([0.0524, 0.3339]);
  });

  it('adds nothing for what is exact', () => {
    const sampled = { weight: 0.5, share: 0.9, lower: 0.7, upper: 0.97 };
    const exact = { weight: 0.5, share: 1, lower: 1, upper: 1 };

    expect(fourDigits(mover([sampled, exact]))).toEqual([0.85, 0.985]);
  });
});
