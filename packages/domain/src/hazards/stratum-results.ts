import type { LookBack } from './look-back.ts';
import { type Closure, isCounted, stratumOf } from './strata.ts';
import type { StratumResult } from './true-closure.ts';

/**
 * What is known of each stratum of `closures`. `lookBacks` are those owed or made for them; one that belongs to another
 * round of a hazard belongs to another closing.
 */
export function stratumResults(closures: readonly Closure[], lookBacks: readonly LookBack[]): Map<string, StratumResult> {
  const owedFor = new Map(lookBacks.map((lookBack) => [keyOf(lookBack), lookBack]));
  const strata = Map.groupBy(closures.filter(isCounted), stratumOf);
  return new Map([...strata].map(([stratum, members]) => [stratum, resultOf(members.map((closure) => owedFor.get(keyOf(closure))))]));
}

function resultOf(lookBacks: readonly (LookBack | undefined)[]): StratumResult {
  const drawn = lookBacks.filter((lookBack) => lookBack !== undefined);
  return {
    closures: lookBacks.length,
    drawn: drawn.length,
    looked: drawn.filter(({ result }) => result !== null).length,
    held: drawn.filter(({ result }) => result === 'held').length,
  };
}

function keyOf({ hazardId, round }: Pick<LookBack, 'hazardId' | 'round'>): string {
  return `${hazardId}|${round}`;
}
