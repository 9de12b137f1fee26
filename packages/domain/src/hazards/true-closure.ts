import { effectiveSize, type Interval, mover, type WeighedEstimate, wilson } from '../kernel/index.ts';

/** What is known of one stratum. `looked` of the `drawn` have been inspected, and of these `held` stayed closed. */
export type StratumResult = {
  readonly closures: number;
  readonly drawn: number;
  readonly looked: number;
  readonly held: number;
};

export type TrueClosure = {
  readonly closures: number;
  readonly drawn: number;
  readonly looked: number;
  readonly held: number;
  /** Σ N·p / Σ N over the strata that were seen; null before anything was. */
  readonly share: number | null;
  /** Holds whatever the look-backs still owed will show. */
  readonly interval: Interval | null;
};

/**
 * 真实销号率 with its 95 % interval. Census strata (drawn = closures) are exact. The sampled strata are collapsed into one:
 * its effective size follows from the variance of the stratified draw, its interval is Wilson's with the finite-population
 * and continuity corrections, and MOVER combines it with the census. One Wilson interval per stratum would not do: most
 * strata draw one or two, and where all drawn have held, an interval has no room upwards; over many strata the sum covers
 * 80 to 90 %. A look-back owed but not made counts as relapsed for the lower end and as held for the upper. A stratum whose month has
 * not been drawn does not count yet.
 */
export function trueClosureShare(strata: readonly StratumResult[]): TrueClosure {
  const known = strata.filter(({ closures, drawn }) => closures > 0 && drawn > 0);
  const share = shareOf(known.filter(({ looked }) => looked > 0).map((stratum) => ({ ...stratum, drawn: stratum.looked })));
  return {
    closures: total(known, ({ closures }) => closures),
    drawn: total(known, ({ drawn }) => drawn),
    looked: total(known, ({ looked }) => looked),
    held: total(known, ({ held }) => held),
    share: share === null ? null : rounded(share, Math.round),
    interval: share === null ? null : intervalOf(known),
  };
}

function intervalOf(strata: readonly StratumResult[]): Interval {
  const worst = mover(estimates(strata));
  const best = mover(estimates(strata.map((stratum) => ({ ...stratum, held: stratum.held + stratum.drawn - stratum.looked }))));
  return { lower: rounded(Math.max(0, worst.lower), Math.floor), upper: rounded(Math.min(1, best.upper), Math.ceil) };
}

/** The census and the collapsed sample, weighed by their closures. */
function estimates(strata: readonly StratumResult[]): WeighedEstimate[] {
  const closures = total(strata, (stratum) => stratum.closures);
  const census = strata.filter(isCensus);
  const sampled = strata.filter((stratum) => !isCensus(stratum));
  const parts = [
    { members: census, of: exactly },
    { members: sampled, of: collapsed },
  ].filter(({ members }) => members.length > 0);
  return parts.map(({ members, of }) => {
    const share = shareOf(members) ?? 0;
    return { weight: total(members, (stratum) => stratum.closures) / closures, share, ...of(members, share) };
  });
}

function exactly(_members: readonly StratumResult[], share: number): Interval {
  return { lower: share, upper: share };
}

function collapsed(members: readonly StratumResult[], share: number): Interval {
  const closures = total(members, (stratum) => stratum.closures);
  const size = closures ** 2 / total(members, (stratum) => stratum.closures ** 2 / effectiveSize(stratum.drawn, stratum.closures));
  const heaviest = Math.max(...members.map((stratum) => stratum.closures / stratum.drawn));
  return wilson(share, size, heaviest / (2 * closures));
}

function isCensus({ closures, drawn }: StratumResult): boolean {
  return drawn >= closures;
}

function shareOf(strata: readonly StratumResult[]): number | null {
  const closures = total(strata, (stratum) => stratum.closures);
  return closures === 0 ? null : total(strata, (stratum) => (stratum.closures * stratum.held) / stratum.drawn) / closures;
}

function total(strata: readonly StratumResult[], of: (stratum: StratumResult) => number): number {
  return strata.reduce((sum, stratum) => sum + of(stratum), 0);
}

/** Six decimals; the ends are rounded outwards. A grain is allowed for, so that an exact value stays itself. */
function rounded(value: number, round: (scaled: number) => number): number {
  const scaled = value * 1e6;
  const nearest = Math.round(scaled);
  return (Math.abs(scaled - nearest) < 1e-6 ? nearest : round(scaled)) / 1e6;
}
