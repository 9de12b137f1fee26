import type { Condition } from './condition.ts';
import { count, dividedBy, type Exact, isNothing, nothing, plus, rounded, times, total, whole } from './exact.ts';
import type { ColumnsOf } from './facts.ts';
import type { Sums } from './indicator.ts';
import { type Measure, sumOf } from './measure.ts';

type OfStrata = Condition<ColumnsOf<'strata'>>;

const months: OfStrata = { column: 'monthOn', within: 'trailingYear' };
const sampled: OfStrata = { all: [months, { column: 'stratum', is: 'sampled' }, { column: 'seen', flag: true }] };
const major: OfStrata = { all: [months, { column: 'stratum', is: 'major' }] };
const authority: OfStrata = { all: [months, { column: 'stratum', is: 'authority' }] };

/** 真实销号率 T from sums: the sampled strata bring N·p each, the two census strata are one each for the whole scope. */
export const trueClosureMeasures = {
  sampledClosures: sumOf('strata', 'closures', sampled),
  sampledLooked: sumOf('strata', 'looked', sampled),
  sampledTrue: sumOf('strata', 'expectedTrue', sampled),
  majorClosures: sumOf('strata', 'closures', major),
  majorLooked: sumOf('strata', 'looked', major),
  majorHeld: sumOf('strata', 'held', major),
  authorityClosures: sumOf('strata', 'closures', authority),
  authorityLooked: sumOf('strata', 'looked', authority),
  authorityHeld: sumOf('strata', 'held', authority),
} as const satisfies Record<string, Measure>;

type TrueClosureSums = Sums<keyof typeof trueClosureMeasures>;

/** Look-backs made on the closures of the trailing year. */
export function lookBacksIn(sums: TrueClosureSums): number {
  return sums.sampledLooked + sums.majorLooked + sums.authorityLooked;
}

/**
 * T = Σ N·p / Σ N over the strata that were looked into, to six decimals; 1 while fewer than `atLeast` look-backs tell of it.
 * The same as `trueClosureShare` of the hazards, made from sums.
 */
export function trueClosure(sums: TrueClosureSums, atLeast: number): Exact {
  const looked = lookBacksIn(sums);
  const parts = [
    { closures: count(sums.sampledClosures), kept: { n: BigInt(sums.sampledTrue), d: 1_000_000n } },
    census(sums.majorClosures, sums.majorLooked, sums.majorHeld),
    census(sums.authorityClosures, sums.authorityLooked, sums.authorityHeld),
  ];
  const closures = total(parts.map((part) => part.closures));
  if (looked < atLeast || isNothing(closures)) return whole;
  return rounded(
    dividedBy(
      parts.reduce<Exact>((sum, part) => plus(sum, part.kept), nothing),
      closures,
    ),
    6,
  );
}

function census(closures: number, looked: number, held: number): { closures: Exact; kept: Exact } {
  if (looked === 0) return { closures: nothing, kept: nothing };
  return { closures: count(closures), kept: times(count(closures), { n: BigInt(held), d: BigInt(looked) }) };
}

/** The sums if everything looked back on had held. */
export function withEverythingHeld<Of extends TrueClosureSums>(sums: Of): Of {
  return {
    ...sums,
    sampledTrue: sums.sampledClosures * 1_000_000,
    majorHeld: sums.majorLooked,
    authorityHeld: sums.authorityLooked,
  };
}
