import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { trueClosureShare } from '../hazards/index.ts';
import { written } from './exact.ts';
import { measured } from './measure.ts';
import { givenStratum, window } from './testing/given-facts.ts';
import { trueClosure, trueClosureMeasures, withEverythingHeld } from './true-closure.ts';

const stratum = fc
  .record({ month: fc.integer({ min: 1, max: 9 }), closures: fc.integer({ min: 1, max: 60 }) })
  .chain(({ month, closures }) =>
    fc
      .integer({ min: 0, max: closures })
      .chain((looked) => fc.nat(looked).map((held) => ({ monthOn: `2026-0${month}-01`, closures, looked, held }))),
  );

type Given = { monthOn: string; closures: number; looked: number; held: number };
const sumsOf = (strata: ReturnType<typeof givenStratum>[]) => {
  const entries = Object.entries(trueClosureMeasures).map(([name, measure]) => [name, measured(measure, strata, window)]);
  return Object.fromEntries(entries) as Record<keyof typeof trueClosureMeasures, number>;
};
const merged = (parts: readonly Given[]) => {
  const all = { closures: 0, drawn: 0, looked: 0, held: 0 };
  for (const { closures, looked, held } of parts) {
    all.closures += closures;
    all.drawn += looked;
    all.looked += looked;
    all.held += held;
  }
  return all;
};

it('is the share that the hazards tell of, made from sums', () => {
  fc.assert(
    fc.property(fc.array(stratum, { maxLength: 8 }), fc.array(stratum, { maxLength: 3 }), (sampled, major) => {
      const sums = sumsOf([...sampled.map((of) => givenStratum(of)), ...major.map((of) => givenStratum({ ...of, stratum: 'major' }))]);
      const told = trueClosureShare([...sampled.map((of) => ({ ...of, drawn: of.looked })), merged(major)]);

      expect(Math.abs(Number(written(trueClosure(sums, 1), 6)) - (told.share ?? 1))).toBeLessThan(2e-6);
    }),
  );
});

it('is the whole once everything has held', () => {
  fc.assert(
    fc.property(fc.array(stratum, { maxLength: 8 }), (sampled) => {
      const sums = sumsOf(sampled.map((of) => givenStratum(of)));

      expect(written(trueClosure(withEverythingHeld(sums), 1), 6)).toBe('1.000000');
    }),
  );
});
