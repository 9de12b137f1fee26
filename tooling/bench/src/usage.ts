import { readdirSync, readFileSync } from 'node:fs';

/** Answers every message of the parent with the CPU milliseconds spent since the last one. */
export function answerWithUsage(): void {
  let last = process.cpuUsage();
  process.on('message', () => {
    const { user, system } = process.cpuUsage(last);
    last = process.cpuUsage();
    process.send?.({ cpu: (user + system) / 1000 });
  });
}

/** CPU milliseconds that a server and every process it ever started have spent, as Linux counts them (to a hundredth of a second). */
export function cpuOfTree(pid: number): number {
  const stats = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? statOf(name) : []));
  const mine = stats.filter((stat) => stat.parent === pid || stat.pid === pid);
  return mine.reduce((sum, { pid: each, own, ended }) => sum + own + (each === pid ? ended : 0), 0) * 10;
}

/** A clock of the CPU milliseconds that the processes a server has now have spent, to the nanosecond: fine enough for one call. */
export function workClock(pid: number): () => number {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? statOf(name) : []));
  const files = all.filter((stat) => stat.parent === pid).map((stat) => `/proc/${stat.pid}/schedstat`);
  return () => files.reduce((sum, file) => sum + spentIn(file), 0);
}

function spentIn(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    // It has ended since.
    return 0;
  }
}

function statOf(name: string): { pid: number; parent: number; own: number; ended: number }[] {
  try {
    const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number);
    const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0] = [fields[1], ...fields.slice(11, 15)];
    return [{ pid: Number(name), parent, own: user + system, ended: endedUser + endedSystem }];
  } catch {
    // It ended while the list was read.
    return [];
  }
}

export type Quantiles = { readonly p50: number; readonly p99: number };

export function quantiles(numbers: readonly number[]): Quantiles {
  const sorted = numbers.toSorted((a, b) => a - b);
  return { p50: sorted[Math.floor(sorted.length / 2)] ?? 0, p99: sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0 };
}
