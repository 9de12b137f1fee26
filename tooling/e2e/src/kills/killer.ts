import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { findProcess } from '@changming/database/server';

import type { Product } from '../product.ts';
import type { Journal } from './journal.ts';

export const targets = ['api', 'worker', 'database'] as const;
export type Target = (typeof targets)[number];
/** `seconds` until the next request was acknowledged; of the worker, until it runs again. */
export type Recovery = { readonly target: Target; readonly seconds: number; readonly apiStayed: boolean };
type Shooting = { readonly kills: number; readonly random: () => number };

/** Kills one program after the other in the middle of the burst, each as often as the others, and waits until work goes on. */
export async function killAtRandom(product: Product, journal: Journal, { kills, random }: Shooting): Promise<readonly Recovery[]> {
  const recoveries: Recovery[] = [];
  while (recoveries.length < kills) {
    const order = targets.map((target) => ({ target, at: random() })).toSorted((one, other) => one.at - other.at);
    for (const { target } of order.slice(0, kills - recoveries.length)) {
      await sleep(100 + random() * 700);
      recoveries.push(await killOne(product, journal, target));
    }
  }
  return recoveries;
}

async function killOne(product: Product, journal: Journal, target: Target): Promise<Recovery> {
  const [victim, api] = [await untilRuns(product, target), await untilRuns(product, 'api')];
  const began = performance.now();
  process.kill(victim, 'SIGKILL');
  await untilRuns(product, target, victim);
  const anew = performance.now();
  if (target !== 'worker')
    await until(() => journal.lastSent.at > (target === 'database' ? anew : began), `an answer after the ${target} was killed`);
  const seconds = (performance.now() - began) / 1000;
  return { target, seconds, apiStayed: target === 'api' || (await pidOf(product, 'api')) === api };
}

/** The process of a target as soon as it runs, and is another than `former`. */
async function untilRuns(product: Product, target: Target, former?: number): Promise<number> {
  const found = { pid: 0 };
  await until(async () => {
    found.pid = (await pidOf(product, target)) ?? 0;
    return found.pid !== 0 && found.pid !== former;
  }, `a ${target}`);
  return found.pid;
}

async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + 60_000; !(await holds()); await sleep(20)) if (Date.now() > end) throw new Error(`no ${what} for a minute`);
}

async function pidOf(product: Product, target: Target): Promise<number | null> {
  return target === 'database' ? postmaster(product) : childOf(product, `apps/${target}/src/main.ts`);
}

/** Only once it takes connections: the eighth line of its file says so. */
async function postmaster({ dataDir }: Product): Promise<number | null> {
  const lines = (await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  return lines[7]?.trim() === 'ready' ? Number(lines[0]) : null;
}

async function childOf({ pid }: Product, command: string): Promise<number | null> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const all = await Promise.all(pids.map(findProcess));
  return all.find((each) => each?.parent === pid && each.command.includes(command))?.pid ?? null;
}
