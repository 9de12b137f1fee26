import { describe, expect, it } from 'vitest';

import { coverageOf, scenarios } from './testing/coverage.ts';
import { type StratumResult, trueClosureShare } from './true-closure.ts';

const stratum = (over: Partial<StratumResult>): StratumResult => ({ closures: 10, drawn: 2, looked: 2, held: 2, ...over });
const census = (closures: number, held: number) => stratum({ closures, drawn: closures, looked: closures, held });

describe('the true-closure share', () => {
  it('is nothing before anything was looked at', () => {
    expect(trueClosureShare([])).toMatchObject({ closures: 0, share: null, interval: null });
    expect(trueClosureShare([stratum({ looked: 0, held: 0 })])).toMatchObject({ drawn: 2, share: null, interval: null });
    expect(trueClosureShare([stratum({ drawn: 0, looked: 0, held: 0 })])).toMatchObject({ closures: 0, share: null });
  });

  it('is exact where everything was looked at', () => {
    expect(trueClosureShare([census(8, 7), census(2, 1)])).toMatchObject({ share: 0.8, interval: { lower: 0.8, upper: 0.8 } });
    expect(trueClosureShare([census(3, 3)])).toMatchObject({ share: 1, interval: { lower: 1, upper: 1 } });
  });

  it('weighs each stratum by its closures, not by its sample', () => {
    const { share } = trueClosureShare([census(5, 0), stratum({ closures: 95, drawn: 19, looked: 19, held: 19 })]);

    expect(share).toBe(0.95);
  });

  it('says how little a small sample tells', () => {
    const { share, interval } = trueClosureShare([stratum({ closures: 5, drawn: 1, looked: 1, held: 1 })]);

    expect(share).toBe(1);
    expect(interval?.upper).toBe(1);
    expect(interval?.lower).toBeLessThan(0.1);
  });

  it('narrows as more is looked at, and always contains its share', () => {
    const widths = [5, 50, 500].map((units) => {
      const { share, interval } = trueClosureShare(Array.from({ length: units }, (_, at) => stratum({ held: at % 5 === 0 ? 1 : 2 })));
      expect(share).toBe(0.9);
      expect(interval && interval.lower <= 0.9 && 0.9 <= interval.upper).toBe(true);
      return interval ? interval.upper - interval.lower : Number.NaN;
    });

    expect(widths.toSorted((a, b) => b - a)).toEqual(widths);
    expect(widths.at(-1)).toBeLessThan(0.06);
  });

  it('is not helped by leaving look-backs undone: they widen the interval both ways', () => {
    const done = trueClosureShare(Array.from({ length: 20 }, () => stratum({})));
    const undone = trueClosureShare(Array.from({ length: 20 }, (_, at) => stratum(at < 10 ? {} : { looked: 0, held: 0 })));

    expect(undone.share).toBe(1);
    expect(undone.interval?.upper).toBe(1);
    expect(undone.interval?.lower).toBeLessThan(0.5);
    expect(done.interval?.lower).toBeGreaterThan(0.8);
  });
});

it.each(scenarios)('the interval at 95 % contains the truth in at least 93 % of draws: $name', (scenario) => {
  expect(coverageOf(scenario, 400, 20_260_301)).toBeGreaterThanOrEqual(0.93);
});
