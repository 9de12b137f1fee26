import { builtIndicator } from '../indicators/index.ts';
import type { SchemeIndicator, ZeroPolicy } from '../scheme.ts';
import type { ScoreFunction } from '../score-function.ts';

export type Row = readonly [
  code: string,
  weight: string,
  by: ScoreFunction,
  zero: ZeroPolicy,
  params?: Readonly<Record<string, string | number>>,
];

/** LIN up to 1, or to `hi`. */
export function lin(lo: string, hi = '1'): ScoreFunction {
  return { fn: 'lin', lo, hi };
}

/** An indicator that the product counts, as a scheme switches it on. Fails loudly on a code that it does not count. */
export function built([code, weight, by, zero, params = {}]: Row): SchemeIndicator {
  if (builtIndicator(code) === null) throw new RangeError(`nothing counts ${code}`);
  return {
    code,
    dimension: code.slice(0, 1),
    name: null,
    weight,
    on: true,
    zero,
    by,
    source: { kind: 'built', indicator: code, params: { ...params } },
  };
}
