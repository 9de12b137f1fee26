import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { findProcess } from '@changming/database/server';

import type { Product } from '../product.ts';
import type { Journal } from './journal.ts';

export type Target = 'api' | 'worker' | 'database';
/** `seconds` until the next request was acknowledged; where only the worker was killed, until it runs again. */
export type Recovery = { readonly killed: readonly Target[]; readonly seconds: number; readonly apiStayed: boolean };
type Shooting = { readonly kills: number; readonly random: () => number };

/** What dies in the same moment: each alone, and each with each; the API must live through the kills of the others. */
const volleys: readonly (readonly Target[])[] = [
  ['api'],
  ['worker'],
  ['database'],
  ['database', 'worker'],
  ['api', 'worker'],
  ['api', 'database'],
  ['api', 'database', 'worker'],
];

/** Kills in the middle of the burst until so many programs have died, every kind of volley as often as the others, and waits until work goes on. */
export async function killAtRandom(product: Product, journal: Journal, { kills, random }: Shooting): Promise<readonly Recovery[]> {
  const recoveries: Recovery[] = [];
  for (let left = kills; left > 0; ) {
    const order = volleys.map((volley) => ({ volley, at: random() })).toSorted((one, other) => one.at - other.at);
    for (const { volley } of order) {
      const killed = volley.slice(0, left);
      if (killed.length === 0) break;
      left -= killed.length;
      await sleep(100 + random() * 400);
      recoveries.push(await killTogether(product, journal, killed));
    }
  }
  return recoveries;
}

async function killTogether(product: Product, journal: Journal, killed: readonly Target[]): Promise<Recovery> {
  const api = await untilRuns(product, 'api');
  const victims = await Promise.all(killed.map((target) => untilRuns(product, target)));
  const began = performance.now();
  for (const pid of victims) process.kill(pid, 'SIGKILL');
  await Promise.all(killed.map((target, at) => untilRuns(product, target, victims[at])));
  const anew = performance.now();
  if (killed.some((target) => target !== 'worker'))
    await until(() => journal.lastSent.at > (killed.includes('database') ? anew : began), `answer after ${killed.join(' and ')} died`);
  const seconds = (performance.now() - began) / 1000;
  return { killed, seconds, apiStayed: killed.includes('api') || (await pidOf(product, 'api')) === api };
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
