import type { Clock } from '@changming/domain/kernel';

/**
 * The one instant of a transaction: `begin` reads it once the transaction has its connection, for the message that begins it, and anew where
 * that began late. What waited across a cut-off must not be written as known before it, since a run for that cut-off waits only for what
 * had begun (`untilKnown`).
 */
export function instantOf(clock: Pick<Clock, 'now'>): readonly [begin: () => Date, instant: () => Date] {
  let known: Date | undefined;
  const begin = () => {
    known = clock.now();
    return known;
  };
  return [begin, () => known ?? begin()];
}
