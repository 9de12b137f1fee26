import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';

/** `folder` is where it works, null where that is not told. */
export type ProcessEntry = { readonly pid: number; readonly parent: number; readonly command: string; readonly folder: string | null };

/** The living process of that id, or null. A zombie counts as gone. */
export async function findProcess(pid: number): Promise<ProcessEntry | null> {
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

async function fromProc(pid: number): Promise<ProcessEntry | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z' || state === 'X') return null;
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
    const folder = await readlink(`/proc/${pid}/cwd`).catch(() => null);
    return { pid, parent: Number(parent), command: command.replaceAll('\0', ' ').trim(), folder };
  } catch {
    return null;
  }
}

async function fromPs(pid: number): Promise<ProcessEntry | null> {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'ppid=,stat=,args=', '-p', String(pid)]);
    const found = /^\s*(\d+)\s+(\S+)\s+(.*)$/.exec(stdout.trim());
    if (found === null || found[2]?.startsWith('Z') === true) return null;
    return { pid, parent: Number(found[1]), command: found[3] ?? '', folder: null };
  } catch {
    return null;
  }
}

/** Processes of a server whose postmaster is gone: they still hold its shared memory. Found on Linux only. */
export async function findBackends(dataDir: string): Promise<readonly number[]> {
  if (process.platform !== 'linux') return [];
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(pids.map(fromProc));
  return found.flatMap((entry) => (entry?.folder === dataDir && entry.command.startsWith('postgres:') ? [entry.pid] : []));
}
