import { setTimeout as sleep } from 'node:timers/promises';

import { findProcess } from '@changming/database/server';

const runner = /(^|[\s/])(npm|npx|pnpm|pnpm\.c?js)(\s|$)|^npm /;
const shell = /(^|\/)(ba|da|z)?sh -c /;

/**
 * The processes between the person who typed the command and this one: `npx`, `pnpm` and the shells between them. The first
 * of them does not forward SIGTERM, so its end must be noticed.
 */
export async function runnersAbove(pid: number): Promise<readonly number[]> {
  const chain: { pid: number; runs: boolean }[] = [];
  for (let at = await parentOf(pid); at !== null; at = await parentOf(at.pid)) {
    const runs = runner.test(at.command);
    if (!runs && !shell.test(at.command)) break;
    chain.push({ pid: at.pid, runs });
  }
  return chain.slice(0, chain.findLastIndex(({ runs }) => runs) + 1).map(({ pid: id }) => id);
}

async function parentOf(pid: number) {
  const found = await findProcess(pid);
  return found === null || found.parent <= 1 ? null : findProcess(found.parent);
}

/** Resolves when one of the processes is gone. Never for an empty list. */
export async function firstGone(pids: readonly number[]): Promise<void> {
  if (pids.length === 0) return new Promise(() => undefined);
  for (;;) {
    const living = await Promise.all(pids.map(isLiving));
    if (living.includes(false)) return;
    await sleep(500, undefined, { ref: false });
  }
}

async function isLiving(pid: number): Promise<boolean> {
  return (await findProcess(pid)) !== null;
}
