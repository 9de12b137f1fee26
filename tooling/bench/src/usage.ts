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
