import { setTimeout as sleep } from 'node:timers/promises';

import { ServerFault } from './fault.ts';
import { findProcess } from './process-table.ts';

/**
 * Ends a postmaster: fast shutdown first, immediate shutdown (crash recovery at the next start) after five seconds, then the kill.
 * @throws ServerFault `will_not_stop`
 */
export async function stopPostmaster(pid: number): Promise<void> {
  const steps = [
    { signal: 'SIGINT', wait: 5000 },
    { signal: 'SIGQUIT', wait: 700 },
    { signal: 'SIGKILL', wait: 300 },
  ] as const;
  for (const { signal, wait } of steps) {
    send(pid, signal);
    if (await goneWithin(pid, wait)) return;
  }
  throw new ServerFault('will_not_stop', `pid ${pid}`);
}

export async function goneWithin(pid: number, wait: number): Promise<boolean> {
  for (const until = Date.now() + wait; Date.now() < until; await sleep(20)) {
    if ((await findProcess(pid)) === null) return true;
  }
  return false;
}

/** Sends a signal to a process that may be gone already. */
export function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
