import { firstGone, runnersAbove } from './ancestors.ts';

/**
 * Resolves at a signal, or when the command that started this has ended. A second signal while stopping changes nothing: the order of
 * stopping keeps what was acknowledged.
 */
export async function untilTold(): Promise<void> {
  const signalled = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
  const abandoned = runnersAbove(process.pid).then(firstGone);
  await Promise.race([signalled, abandoned]);
}
