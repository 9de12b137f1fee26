import { describe, expect, it } from 'vitest';

import { indicatorCodes } from './indicators/codes.ts';
import { indicatorsInPlace, sixInPlace } from './six-in-place.ts';
import { givenLine } from './testing/given-line.ts';

const of = (...scores: readonly (readonly [code: string, weight: string, score: string | null])[]) =>
  sixInPlace(scores.map(([code, weight, score]) => givenLine(code, weight, score)));

describe('六到位', () => {
  it('are shown by indicators of the group’s scheme, each by no more than one', () => {
    const codes = Object.values(indicatorsInPlace).flat();

    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !indicatorCodes.includes(code))).toEqual([]);
  });

  it('are unknown where no record shows them', () => {
    expect(of(['D1', '4.00', null]).map(({ name, standing, attained }) => [name, standing, attained])).toEqual([
      ['training', 'unknown', null],
      ['investment', 'unknown', null],
      ['rectification', 'unknown', null],
      ['planDrill', 'unknown', null],
      ['supervision', 'unknown', null],
      ['inspection', 'unknown', null],
    ]);
  });

  it.each([
    ['4.00', '6.00', '100', 'inPlace'],
    ['3.00', '6.00', '90', 'inPlace'],
    ['2.99', '6.00', '89.9', 'partly'],
    ['0.00', '6.00', '60', 'partly'],
    ['0.00', '5.99', '59.9', 'lacking'],
    ['0.00', '0.00', '0', 'lacking'],
  ])('with %s of 4 and %s of 6 points attain %s %% and are %s', (d1, d2, attained, standing) => {
    const found = of(['D1', '4.00', d1], ['D2', '6.00', d2], ['C3', '3.00', '0.00']).find(({ name }) => name === 'rectification');

    expect(found).toMatchObject({ attained, standing, shownBy: ['D1', 'D2'], missing: ['D3', 'D5', 'D6'] });
  });
});
