import { z } from 'zod';

import { amountInput } from './decimal-input.ts';
import { clamped, decimal, dividedBy, type Exact, isLess, minus, most, nothing, whole } from './exact.ts';

/**
 * How a value becomes a share of the weight (11.2.6). `lin` and `neg` run straight between their two ends; `steps` gives what its
 * highest step reached gives (BOOL is one step at 1); `deduct` takes the value, in points, off the weight and stops at 0 (DED).
 */
export const scoreFunctionInput = z.discriminatedUnion('fn', [
  z.strictObject({ fn: z.literal('lin'), lo: amountInput, hi: amountInput }),
  z.strictObject({ fn: z.literal('neg'), good: amountInput, bad: amountInput }),
  z.strictObject({
    fn: z.literal('steps'),
    steps: z
      .array(z.strictObject({ atLeast: amountInput, gives: amountInput }))
      .min(1)
      .max(20),
  }),
  z.strictObject({ fn: z.literal('deduct') }),
]);
export type ScoreFunction = z.infer<typeof scoreFunctionInput>;

/** A score function ready for many values: the share of `weight` that `value` attains, 0 to 1. */
export type Attaining = (value: Exact, weight: Exact) => Exact;

export function attaining(by: ScoreFunction): Attaining {
  if (by.fn === 'lin') return linear(decimal(by.lo), decimal(by.hi));
  if (by.fn === 'neg') return negative(decimal(by.good), decimal(by.bad));
  if (by.fn === 'steps') return stepped(by.steps);
  return (value, weight) => most(dividedBy(minus(weight, value), weight), nothing);
}

/** LIN: 0 up to `lo`, the whole from `hi` on, straight between. */
function linear(lo: Exact, hi: Exact): Attaining {
  const run = minus(hi, lo);
  return (value) => {
    if (!isLess(lo, value)) return nothing;
    return isLess(value, hi) ? dividedBy(minus(value, lo), run) : whole;
  };
}

/** NEG: the whole up to `good`, 0 from `bad` on, straight between. */
function negative(good: Exact, bad: Exact): Attaining {
  const run = minus(bad, good);
  return (value) => {
    if (!isLess(good, value)) return whole;
    return isLess(value, bad) ? dividedBy(minus(bad, value), run) : nothing;
  };
}

function stepped(steps: readonly { readonly atLeast: string; readonly gives: string }[]): Attaining {
  const ladder = steps.map(({ atLeast, gives }) => ({ atLeast: decimal(atLeast), gives: clamped(decimal(gives), nothing, whole) }));
  return (value) => ladder.reduce((best, { atLeast, gives }) => (isLess(value, atLeast) ? best : most(best, gives)), nothing);
}

/** The least share at which a rising function gives everything; null when it does not rise. */
export function fullFrom(by: ScoreFunction): Exact | null {
  if (by.fn === 'lin') return decimal(by.hi);
  if (by.fn !== 'steps') return null;
  const full = by.steps.filter(({ gives }) => !isLess(decimal(gives), whole)).map(({ atLeast }) => decimal(atLeast));
  return full.reduce<Exact | null>((least, each) => (least === null || isLess(each, least) ? each : least), null);
}

/** Ends that are the wrong way round: nothing runs between them. */
export function isStraight(by: ScoreFunction): boolean {
  if (by.fn === 'lin') return isLess(decimal(by.lo), decimal(by.hi));
  return by.fn !== 'neg' || isLess(decimal(by.good), decimal(by.bad));
}
