import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { count, decimal, isLess, times, written } from './exact.ts';
import { attaining, fullFrom, isStraight, type ScoreFunction } from './score-function.ts';

const lin: ScoreFunction = { fn: 'lin', lo: '0.7', hi: '1' };
const neg: ScoreFunction = { fn: 'neg', good: '0.05', bad: '0.20' };
const certified: ScoreFunction = {
  fn: 'steps',
  steps: [
    { atLeast: '0.95', gives: '0.5' },
    { atLeast: '1', gives: '1' },
  ],
};

const shareOf = (by: ScoreFunction, value: string, weight = '6') => written(attaining(by)(decimal(value), decimal(weight)), 4);

describe('LIN', () => {
  it.each([
    ['0', '0.0000'],
    ['0.699999', '0.0000'],
    ['0.7', '0.0000'],
    ['0.700001', '0.0000'],
    ['0.85', '0.5000'],
    ['0.999999', '1.0000'],
    ['1', '1.0000'],
    ['1.2', '1.0000'],
  ])('of %s between 0.7 and 1 gives %s', (value, share) => {
    expect(shareOf(lin, value)).toBe(share);
  });

  it('rises above its lower end and stays below the whole under its upper one', () => {
    expect([shareOfExact('0.700001') > 0n, shareOfExact('0.999999') < 1_000_000n]).toEqual([true, true]);
  });
});

function shareOfExact(value: string): bigint {
  const { n, d } = attaining(lin)(decimal(value), count(6));
  return (n * 1_000_000n) / d;
}

describe('NEG', () => {
  it.each([
    ['0', '1.0000'],
    ['0.05', '1.0000'],
    ['0.125', '0.5000'],
    ['0.2', '0.0000'],
    ['1', '0.0000'],
  ])('of %s between 0.05 and 0.20 gives %s', (value, share) => {
    expect(shareOf(neg, value)).toBe(share);
  });

  it('scores the injuries of A2 in a plant of 480', () => {
    const a2 = attaining({ fn: 'neg', good: '0.003', bad: '0.006' });
    const score = (injuries: number) => written(times(count(4), a2({ n: BigInt(injuries), d: 480n }, count(4))));

    expect([score(0), score(1), score(2), score(3)]).toEqual(['4.00', '4.00', '2.44', '0.00']);
  });
});

describe('the other functions', () => {
  it('give what the highest step reached gives, in whatever order the steps stand', () => {
    expect(['1', '0.99', '0.95', '0.949999'].map((value) => shareOf(certified, value))).toEqual(['1.0000', '0.5000', '0.5000', '0.0000']);
  });

  it('are a yes or no with one step at 1', () => {
    const bool: ScoreFunction = { fn: 'steps', steps: [{ atLeast: '1', gives: '1' }] };

    expect(['1', '0.9999'].map((value) => shareOf(bool, value))).toEqual(['1.0000', '0.0000']);
  });

  it('take points off the weight and stop at nothing', () => {
    expect(['0', '2', '8', '20'].map((value) => shareOf({ fn: 'deduct' }, value, '8'))).toEqual(['1.0000', '0.7500', '0.0000', '0.0000']);
  });

  it('say from where they give everything', () => {
    expect([lin, certified].map((by) => fullFrom(by)).map((full) => (full === null ? null : written(full)))).toEqual(['1.00', '1.00']);
    const tall: ScoreFunction = { fn: 'steps', steps: ['1', '0.9', '0.95'].map((atLeast) => ({ atLeast, gives: '1' })) };

    expect(fullFrom(tall)).toEqual(decimal('0.9'));
    expect([fullFrom(neg), fullFrom({ fn: 'deduct' })]).toEqual([null, null]);
  });

  it('are crooked when their ends are the wrong way round', () => {
    const crooked: ScoreFunction[] = [
      { fn: 'lin', lo: '1', hi: '1' },
      { fn: 'neg', good: '0.2', bad: '0.1' },
    ];

    expect([...crooked, lin, neg, certified].map(isStraight)).toEqual([false, false, true, true, true]);
  });
});

describe('every function', () => {
  const anyFunction = fc.constantFrom<ScoreFunction>(lin, neg, certified, { fn: 'deduct' });
  const anyValue = fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 200 })).map(([n, d]) => ({ n: BigInt(n), d: BigInt(d) }));

  it('stays between nothing and the whole', () => {
    fc.assert(
      fc.property(anyFunction, anyValue, (by, value) => {
        const share = attaining(by)(value, count(6));

        expect(share.n >= 0n && !isLess(count(1), share)).toBe(true);
      }),
    );
  });

  it('never turns: more is never worse for a rising one, nor better for a falling one', () => {
    fc.assert(
      fc.property(anyFunction, anyValue, anyValue, (by, a, b) => {
        const [low, high] = isLess(b, a) ? [b, a] : [a, b];
        const [first, second] = [low, high].map((value) => attaining(by)(value, count(6)));
        const rising = by.fn === 'lin' || by.fn === 'steps';

        expect(first && second && isLess(rising ? second : first, rising ? first : second)).toBe(false);
      }),
    );
  });
});
