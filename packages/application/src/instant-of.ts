import type { Clock } from '@changming/domain/kernel';

/**
 * The one instant of a transaction, read when it is first asked for: once the transaction has its connection, for the message that begins
 * it. What waited for a connection across a cut-off must not be written as known before it, since a run for that cut-off waits only for
 * what had begun (`untilSettled`).
 */
export function instantOf(clock: Pick<Clock, 'now'>): () => Date {
  let known: Date | undefined;
  return () => {
    known ??= clock.now();
    return known;
  };
}
