import { readdir, readFile, readlink } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

export type Found = { readonly pid: number; readonly command: string };

/** Every living process that works in a folder or names it in its command; Linux only. */
export async function processesOf(folder: string): Promise<readonly Found[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  const all = await Promise.all(pids.map(describe));
  return all.flatMap((each) => (each !== null && (each.command.includes(folder) || each.at.startsWith(folder)) ? [each] : []));
}

/** The one process of the folder whose command fits. */
export async function pidOf(folder: string, command: RegExp): Promise<number> {
  const fitting = (await processesOf(folder)).filter((each) => command.test(each.command));
  if (fitting[0] === undefined) throw new Error(`no process of the house fits ${command}`);
  return fitting[0].pid;
}

/** Seconds until no process of the folder is left; fails after `patience` seconds with those that are. */
export async function secondsUntilEmpty(folder: string, patience: number): Promise<number> {
  const began = performance.now();
  for (;;) {
    const left = await processesOf(folder);
    const seconds = (performance.now() - began) / 1000;
    if (left.length === 0) return seconds;
    if (seconds > patience) throw new Error(`left after ${patience} s: ${left.map(({ command }) => command.slice(0, 80)).join('; ')}`);
    await sleep(100);
  }
}

async function describe(pid: string): Promise<(Found & { readonly at: string }) | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    if (/^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2))) return null;
    const command = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ').trim();
    return { pid: Number(pid), command, at: await readlink(`/proc/${pid}/cwd`).catch(() => '') };
  } catch {
    return null;
  }
}
