import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { clamped, count, decimal, dividedBy, minus, nothing, plus, rounded, times, whole, written, writtenShort } from './exact.ts';

describe('an exact number', () => {
  it('is written half up to two places', () => {
    const said = ['0.005', '0.004999', '1.005', '2.675', '87.417', '-0.005', '-1.234', '3', '0'].map((text) => written(decimal(text)));

    expect(said).toEqual(['0.01', '0.00', '1.01', '2.68', '87.42', '-0.01', '-1.23', '3.00', '0.00']);
    expect([written(decimal('0.5'), 0), written(decimal('1.4999'), 0), written(decimal('0.1234565'), 6)]).toEqual(['1', '1', '0.123457']);
  });

  it('keeps thirds, which no decimal holds', () => {
    const third = dividedBy(whole, count(3));

    expect(written(times(third, count(300)))).toBe('100.00');
    expect(minus(plus(plus(third, third), third), whole).n).toBe(0n);
  });

  it('is written as short as it can be where it counts records', () => {
    expect([count(17), decimal('2.50'), nothing, count(100)].map(writtenShort)).toEqual(['17', '2.5', '0', '100']);
  });

  it('refuses to divide by nothing, and to count by halves', () => {
    expect(() => dividedBy(whole, nothing)).toThrow(RangeError);
    expect(() => count(0.5)).toThrow(RangeError);
  });

  it('lies between its ends', () => {
    expect([decimal('-3'), decimal('42'), decimal('130')].map((value) => written(clamped(value, nothing, count(100))))).toEqual([
      '0.00',
      '42.00',
      '100.00',
    ]);
  });

  it('comes to the same as long multiplication for any decimals', () => {
    const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });
    const asDecimal = (of: number) =>
      decimal(`${of < 0 ? '-' : ''}${Math.trunc(Math.abs(of) / 100)}.${String(Math.abs(of) % 100).padStart(2, '0')}`);

    fc.assert(
      fc.property(cents, cents, (a, b) => {
        expect(rounded(plus(asDecimal(a), asDecimal(b))).n).toBe(BigInt(a + b));
        expect(rounded(times(asDecimal(a), asDecimal(b)), 4).n).toBe(BigInt(a) * BigInt(b));
      }),
    );
  });
});
