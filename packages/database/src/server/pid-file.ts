import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type PidFile = { readonly pid: number; readonly socketDir: string; readonly ready: boolean };

/** What a data directory's `postmaster.pid` says, or null where there is none. The process named may be long gone. */
export async function readPidFile(dataDir: string): Promise<PidFile | null> {
  const lines = (await readFile(pidFileOf(dataDir), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, socketDir: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' };
}

export function pidFileOf(dataDir: string): string {
  return join(dataDir, 'postmaster.pid');
}
