import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  bandOf,
  compareDecimals,
  defaultScales,
  faultOfScale,
  gradeBy,
  productOf,
  riskColours,
  type Scale,
  type ScaleBody,
  scaleOn,
} from './index.ts';

const lec = { method: 'lec', body: defaultScales.lec } as const;
const ls = { method: 'ls', body: defaultScales.ls } as const;
const every = lec.body.likelihood.flatMap((l) =>
  lec.body.exposure.flatMap((e) => lec.body.consequence.map((c) => ({ likelihood: l.value, exposure: e.value, consequence: c.value }))),
);

describe('LEC', () => {
  it('grades all 252 combinations of the published table as whole tenths would', () => {
    const hundredths = (text: string) => Math.round(Number(text) * 10);
    const expected = (d: number) => {
      if (d > 320_000) return 'major';
      if (d > 160_000) return 'larger';
      return d > 70_000 ? 'general' : 'low';
    };
    const wrong = every.filter((chosen) => {
      const d = hundredths(chosen.likelihood) * hundredths(chosen.exposure) * hundredths(chosen.consequence);
      return gradeBy(lec, chosen).level !== expected(d);
    });

    expect(every).toHaveLength(252);
    expect(wrong).toEqual([]);
  });

  it('reaches no boundary but 20 and 70, and both belong to the lower class', () => {
    const scores = new Set(every.map((chosen) => gradeBy(lec, chosen).score));

    expect(['20', '70', '160', '320'].filter((score) => scores.has(score))).toEqual(['20', '70']);
    expect(gradeBy(lec, { likelihood: '1', exposure: '10', consequence: '7' })).toEqual({ score: '70', band: 3, level: 'low' });
    expect(gradeBy(lec, { likelihood: '0.2', exposure: '1', consequence: '100' })).toEqual({ score: '20', band: 4, level: 'low' });
  });

  it('hands a boundary to the upper class where the group says so', () => {
    const upper = { method: 'lec', body: { ...lec.body, boundary: 'upper' } } as const;

    expect(gradeBy(upper, { likelihood: '1', exposure: '10', consequence: '7' }).level).toBe('general');
    expect(bandOf(upper.body, '0')).toBe(4);
  });

  it.each([
    [{ likelihood: '0.1', exposure: '0.5', consequence: '1' }, '0.05'],
    [{ likelihood: '0.2', exposure: '6', consequence: '7' }, '8.4'],
    [{ likelihood: '0.1', exposure: '3', consequence: '3' }, '0.9'],
    [{ likelihood: '10', exposure: '10', consequence: '100' }, '10000'],
  ])('multiplies %o exactly', (chosen, score) => {
    expect(gradeBy(lec, chosen).score).toBe(score);
  });

  it.each([
    { likelihood: '4', exposure: '6', consequence: '15' },
    { likelihood: '3', exposure: null, consequence: '15' },
    { likelihood: '3', exposure: '6', consequence: '10' },
  ])('refuses %o, which the table does not know', (chosen) => {
    expect(() => gradeBy(lec, chosen)).toThrow('risks.value_not_in_scale');
  });

  it('a direct rule makes it 重大 and leaves the score', () => {
    expect(gradeBy(lec, { likelihood: '1', exposure: '1', consequence: '1' }, 'tenPeople')).toEqual({
      score: '1',
      band: 4,
      level: 'major',
    });
  });
});

describe('LS', () => {
  it('grades the matrix of 25 as printed', () => {
    const colours = ['1', '2', '3', '4', '5'].map((likelihood) =>
      ['1', '2', '3', '4', '5'].map((consequence) => riskColours[gradeBy(ls, { likelihood, consequence }).level]).join(' '),
    );

    expect(colours).toEqual([
      'blue blue blue blue blue',
      'blue blue blue blue yellow',
      'blue blue yellow yellow orange',
      'blue blue yellow orange red',
      'blue yellow orange red red',
    ]);
    expect(() => gradeBy(ls, { likelihood: '3', exposure: '6', consequence: '5' })).toThrow('risks.value_not_in_scale');
  });
});

describe('a grading table', () => {
  it.each([
    ['repeats a value', { ...lec.body, exposure: [...lec.body.exposure, { value: '10.0', label: '又' }] }, 'risks.scale_values_repeat'],
    ['has bands out of order', { ...lec.body, bands: lec.body.bands.toReversed() }, 'risks.scale_bands_disordered'],
    ['leaves a level out', { ...lec.body, bands: lec.body.bands.slice(1) }, 'risks.scale_band_missing'],
    ['does not begin at zero', { ...lec.body, bands: lec.body.bands.slice(0, 4) }, 'risks.scale_band_missing'],
    ['has no exposure', { ...lec.body, exposure: [] }, 'risks.scale_exposure'],
  ] as [string, ScaleBody, string][])('that %s is refused', (_, body, fault) => {
    expect(faultOfScale('lec', body)).toBe(fault);
  });

  it('ships whole, and the version of the day of the grading counts', () => {
    const version = (from: string): Scale => ({ id: from, method: 'lec', from, body: lec.body });

    expect([faultOfScale('lec', defaultScales.lec), faultOfScale('ls', defaultScales.ls)]).toEqual([null, null]);
    const versions = [version('2000-01-01'), version('2026-03-01')];
    expect(['2026-02-28', '2026-03-01'].map((on) => scaleOn(versions, 'lec', on)?.id)).toEqual(['2000-01-01', '2026-03-01']);
    expect(scaleOn(versions, 'ls', '2026-03-01')).toBeNull();
  });
});

it('decimals multiply and compare as fractions of whole numbers do', () => {
  const decimal = fc.tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 4 })).map(([digits, places]) => {
    const padded = String(digits).padStart(places + 1, '0');
    const text = places === 0 ? padded : `${padded.slice(0, -places)}.${padded.slice(-places)}`;
    return { text, whole: BigInt(digits) * 10n ** BigInt(4 - places) };
  });
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      const order = a.whole === b.whole ? 0 : a.whole < b.whole ? -1 : 1;
      expect(compareDecimals(a.text, b.text)).toBe(order);
      const product = productOf([a.text, b.text]);
      const [whole = '', fraction = ''] = product.split('.');
      expect(BigInt(whole + fraction.padEnd(8, '0'))).toBe(a.whole * b.whole);
    }),
  );
});
