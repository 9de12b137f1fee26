import { describe, expect, it } from 'vitest';

import { birthdayOf, isIdentityNumber, sexOf } from './identity-number.ts';

describe('an identity number', () => {
  it.each(['11010519491231002X', '440524188001010014'])('%s of the annex to GB 11643 holds', (number) => {
    expect(isIdentityNumber(number)).toBe(true);
  });

  it.each([
    ['a wrong check character', '110105194912310021'],
    ['a day that never was', '110105194902300027'],
    ['fifteen digits', '110105491231002'],
    ['a letter in between', '1101051949I231002X'],
    ['nothing', ''],
  ])('does not hold with %s', (_, number) => {
    expect(isIdentityNumber(number)).toBe(false);
  });

  it('finds any one digit mistyped', () => {
    const number = '440524188001010014';
    const mistyped = Array.from(number, (digit, at) => number.slice(0, at) + ((Number(digit) + 1) % 10) + number.slice(at + 1));

    expect(mistyped.filter(isIdentityNumber)).toEqual([]);
  });

  it('tells birthday and sex', () => {
    expect([birthdayOf('11010519491231002X'), sexOf('11010519491231002X')]).toEqual(['1949-12-31', 'female']);
  });
});
