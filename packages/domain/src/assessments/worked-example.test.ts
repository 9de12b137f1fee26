import { describe, expect, it } from 'vitest';

import { count, decimal } from './exact.ts';
import { prepare } from './prepared.ts';
import { garment35Draft } from './schemes/garment-35-draft.ts';
import { givenLine } from './testing/given-line.ts';
import { noExtras, totalOf } from './total.ts';

/** The scores of factory X in its quarter (11.7). */
const scores: Readonly<Record<string, string>> = {
  A1: '7.50',
  A2: '4.00',
  A3: '3.00',
  B1: '2.40',
  B2: '2.25',
  B3: '2.00',
  B4: '2.00',
  B5: '1.75',
  C1: '3.00',
  C3: '2.55',
  D1: '3.20',
  D2: '4.60',
  D3: '5.00',
  D5: '2.40',
  D6: '1.50',
  E1: '3.00',
  E2: '2.00',
  E3: '2.10',
  E4: '1.50',
  E5: '2.00',
  F1: '3.00',
  F2: '2.70',
  F3: '1.80',
  F4: '3.20',
  F5: '1.60',
  G1: '3.00',
  G3: '1.00',
  H1: '1.90',
  H2: '2.00',
  H3: '1.00',
  H4: '0.60',
};

const lines = garment35Draft.indicators.map(({ code, weight }) => givenLine(code, `${weight}.00`, scores[code] ?? null));
const extras = { ...noExtras, bonus: { lines: [], sum: decimal('0.5') }, malus: { lines: [], sum: count(1) } };

describe('the quarter of factory X', () => {
  it('comes to 87.42, and with bonus and malus to 86.92, which is good', () => {
    const result = totalOf(garment35Draft, lines, extras);

    expect(result.parts).toMatchObject([{ earned: '79.55', applicableWeight: '91.00', weightOn: '100.00', base: '87.42' }]);
    expect(result).toMatchObject({ status: 'scored', base: '87.42', bonus: '0.50', malus: '1.00', final: '86.92', grade: 'B' });
  });

  it('is vetoed for a concealed accident, and still shows 86.92', () => {
    const findings = [{ rule: 'V3', recordId: 'report 7' }];

    const result = totalOf(garment35Draft, lines, { ...extras, findings });

    expect(result).toMatchObject({ grade: 'VETO', gradeBeforeVeto: 'B', final: '86.92', findings });
  });

  it('is limited to the best grade that a finding leaves', () => {
    const graded = (rule: string) => totalOf(garment35Draft, lines, { ...extras, findings: [{ rule, recordId: 'r' }] }).grade;

    expect([graded('V9'), graded('childFatality'), graded('unknown')]).toEqual(['C', 'B', 'B']);
  });
});

describe('the draft of 35 indicators', () => {
  it('weighs 100 points in 8 dimensions', () => {
    const weights = Map.groupBy(garment35Draft.indicators, ({ dimension }) => dimension);
    const sums = [...weights].map(([dimension, those]) => [dimension, those.reduce((sum, { weight }) => sum + Number(weight), 0)]);

    expect(garment35Draft.indicators).toHaveLength(35);
    expect(Object.fromEntries(sums)).toEqual({ A: 15, B: 12, C: 10, D: 22, E: 13, F: 16, G: 6, H: 6 });
  });

  it('is without a fault, and shows what nothing records yet', () => {
    const awaited = prepare(garment35Draft).indicators.filter(({ counting }) => counting === null);

    expect(awaited).toHaveLength(8);
    expect(awaited.filter(({ of }) => /^(?:A|B[1-4]|C|D|E|F[12356]|H4)/.test(of.code))).toEqual([]);
  });
});
