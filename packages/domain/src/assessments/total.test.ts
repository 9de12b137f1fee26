import { describe, expect, it } from 'vitest';

import { count, decimal } from './exact.ts';
import { givenScheme } from './testing/given-facts.ts';
import { givenLine } from './testing/given-line.ts';
import { noExtras, totalOf } from './total.ts';

const totalFrom = (lines: readonly (readonly [weight: string, score: string | null])[], extras = noExtras) =>
  totalOf(
    givenScheme(),
    lines.map(([weight, score], at) => givenLine(`D${at}`, weight, score)),
    extras,
  );
const malusOf = (points: number) => ({ ...noExtras, malus: { lines: [], sum: count(points) } });
const bonusOf = (points: string) => ({ ...noExtras, bonus: { lines: [], sum: decimal(points) } });

describe('the total', () => {
  it('is graded as it is rounded, half up', () => {
    expect(totalFrom([['200.00', '179.99']])).toMatchObject({ base: '90.00', final: '90.00', grade: 'A' });
    expect(totalFrom([['1000.00', '899.94']])).toMatchObject({ base: '89.99', grade: 'B' });
  });

  it('rescales what is applicable and rounds once', () => {
    expect(
      totalFrom([
        ['3.00', '2.00'],
        ['2.00', null],
      ]),
    ).toMatchObject({ base: '66.67', applicableWeight: '3.00', weightOn: '5.00' });
  });

  it('needs 60 % of the weight, and just that is enough', () => {
    const with60 = totalFrom([
      ['60.00', '30.00'],
      ['40.00', null],
    ]);
    const with59 = totalFrom([
      ['59.99', '30.00'],
      ['40.01', null],
    ]);

    expect([with60.status, with60.final, with59.status, with59.final]).toEqual(['scored', '50.00', 'insufficientData', null]);
    expect(totalFrom([['10.00', null]])).toMatchObject({ status: 'insufficientData', base: null, grade: null });
  });

  it('stays between nothing and the full marks', () => {
    expect(totalFrom([['10.00', '0.50']], malusOf(10))).toMatchObject({ base: '5.00', final: '0.00', grade: 'D' });
    expect(totalFrom([['10.00', '9.80']], bonusOf('5'))).toMatchObject({ base: '98.00', final: '100.00', grade: 'A' });
    expect(totalFrom([['10.00', '8.75']], bonusOf('2.49'))).toMatchObject({ final: '89.99', grade: 'B' });
    expect(totalFrom([['10.00', '8.75']], bonusOf('2.5'))).toMatchObject({ final: '90.00', grade: 'A' });
  });
});
