import { sampleSize } from '../look-back-rules.ts';
import { type StratumResult, trueClosureShare } from '../true-closure.ts';
import { chance } from './chance.ts';

/** A stratum as it truly is: of `closures`, `holding` would be found to hold. */
export type TrueStratum = { readonly closures: number; readonly holding: number };
export type Scenario = { readonly name: string; readonly strata: (random: () => number) => readonly TrueStratum[] };

/** How often, in `trials` draws of every scenario, the interval contains the true share. */
export function coverageOf({ strata }: Scenario, trials: number, seed: number): number {
  const random = chance(seed);
  let contained = 0;
  for (let trial = 0; trial < trials; trial += 1) {
    const truth = strata(random);
    const { interval } = trueClosureShare(truth.map((stratum) => drawn(stratum, random)));
    const share = sum(truth.map(({ holding }) => holding)) / sum(truth.map(({ closures }) => closures));
    if (interval !== null && interval.lower <= share + 1e-9 && share - 1e-9 <= interval.upper) contained += 1;
  }
  return contained / trials;
}

/** A simple random sample without replacement, looked at without error. */
function drawn({ closures, holding }: TrueStratum, random: () => number): StratumResult {
  const size = sampleSize(closures);
  let held = 0;
  for (let at = 0; at < size; at += 1) if (random() * (closures - at) < holding - held) held += 1;
  return { closures, drawn: size, looked: size, held };
}

/** Closures that hold each with the chance `share`. */
function byChance(closures: number, share: number, random: () => number): TrueStratum {
  const held = Array.from({ length: closures }, () => (random() < share ? 1 : 0));
  return { closures, holding: sum(held) };
}

const sizes = {
  single: () => [40],
  aQuarterOfOneUnit: () => [5, 7, 4],
  quarterOfTwentyUnits: (random: () => number) => Array.from({ length: 60 }, () => 1 + Math.floor(random() * 12)),
  yearOfAGroup: (random: () => number) => Array.from({ length: 200 }, () => 1 + Math.floor(random() * 30)),
  largeUnits: (random: () => number) => Array.from({ length: 12 }, () => 50 + Math.floor(random() * 150)),
} satisfies Record<string, (random: () => number) => readonly number[]>;

const shares = [0.99, 0.95, 0.8, 0.5];

/** Chance decides which closures hold, at every size and share. */
const random: readonly Scenario[] = Object.entries(sizes).flatMap(([name, sizesOf]) =>
  shares.map((share) => ({
    name: `${name}, ${share}`,
    strata: (stream: () => number) => sizesOf(stream).map((closures) => byChance(closures, share, stream)),
  })),
);

const fixed = (name: string, strata: readonly TrueStratum[]): Scenario => ({ name, strata: () => strata });
const times = (count: number, closures: number, relapsed: number): TrueStratum[] =>
  Array.from({ length: count }, () => ({ closures, holding: closures - relapsed }));

/** Where intervals fail most: a single relapse somewhere, and relapses that go with the size of the stratum. */
const hard: readonly Scenario[] = [
  fixed('one relapse of 10', times(1, 10, 1)),
  fixed('one relapse of 100', times(1, 100, 1)),
  fixed('one relapse of 300 in 12 strata', [...times(1, 25, 1), ...times(11, 25, 0)]),
  fixed('one relapse in 180 small strata', [...times(1, 5, 1), ...times(179, 5, 0)]),
  fixed('eight relapses in 60 small strata', [...times(8, 5, 1), ...times(52, 5, 0)]),
  fixed('ten bad units of sixty', [...times(10, 12, 10), ...times(50, 12, 0)]),
  fixed('small strata perfect, large ones not', [...times(90, 2, 0), ...times(2, 100, 20)]),
  fixed('large strata perfect, small ones not', [...times(40, 2, 1), ...times(3, 60, 0)]),
  fixed('strata of several sizes, two relapses', [...times(1, 10, 1), ...times(1, 30, 1), ...times(3, 20, 0), ...times(2, 5, 0)]),
];

export const scenarios: readonly Scenario[] = [...random, ...hard];

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
