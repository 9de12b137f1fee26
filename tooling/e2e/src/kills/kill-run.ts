import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type Product, startProduct } from '../product.ts';
import { arrange } from './arrange.ts';
import { balance, type Balance } from './balance.ts';
import { startBurst } from './burst.ts';
import type { Journal } from './journal.ts';
import { killAtRandom, type Recovery } from './killer.ts';

export type KillRun = Balance & {
  readonly journal: Journal;
  readonly recoveries: readonly Recovery[];
  /** What the API logged as faults of its own: a server that is away is none. */
  readonly logged: readonly string[];
};

/** Starts a small house, kills its programs in the middle of a burst, and draws the balance. */
export async function killRun({ kills, seed }: { readonly kills: number; readonly seed: number }): Promise<KillRun> {
  const product = await startProduct({ CM_DEMO: '0' });
  try {
    const cast = await arrange(product, { reporters: 6 });
    const burst = await startBurst(product, cast);
    const recoveries = await Promise.race([burst.failed, killAtRandom(product, burst.journal, { kills, random: randomFrom(seed) })]);
    await burst.stop();
    const balanced = await balance(cast, burst.journal);
    const run = { ...balanced, journal: burst.journal, recoveries, logged: await faultsLogged(product) };
    console.info(summaryOf(run));
    return run;
  } finally {
    await product.stop();
  }
}

async function faultsLogged({ dataDir }: Product): Promise<string[]> {
  const lines = (await readFile(join(dataDir, 'logs/api.log'), 'utf8')).split('\n');
  return lines.filter((line) => line.includes('unhandled')).map((line) => line.slice(0, 1000));
}

function summaryOf({ journal, recoveries, notices, drained }: KillRun): string {
  const { reported, assigned, submitted, repeats, unanswered } = journal;
  const lines = [...Map.groupBy(recoveries, ({ killed }) => killed.join(' + '))].map(([killed, back]) => {
    const sorted = back.map(({ seconds }) => seconds).toSorted((one, other) => one - other);
    return `${killed}: ${sorted.length} times, back after ${figure(sorted[Math.floor(sorted.length / 2)])} s (median), ${figure(sorted.at(-1))} s (longest)`;
  });
  return [
    `${reported.size} reported (${repeats.count} sent twice), ${assigned.size} assigned, ${submitted.size} submitted, ${notices} notices`,
    `no answer or none that promised anything: ${[...unanswered].map(([status, count]) => `${count} × ${status === 0 ? 'none' : status}`).join(', ')}`,
    ...lines,
    `the last notice came ${drained.toFixed(1)} s after the burst`,
  ].join('\n');
}

function figure(seconds: number | undefined): string {
  return seconds === undefined ? '–' : seconds.toFixed(1);
}

/** The same kills in the same order for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    const again = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61));
    return ((again ^ (again >>> 14)) >>> 0) / 2 ** 32;
  };
}
