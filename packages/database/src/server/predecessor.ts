import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import { pidFileOf, type PidFile, readPidFile } from './pid-file.ts';
import { launcherSetting } from './postmaster.ts';
import { findBackends, findProcess, type ProcessEntry } from './process-table.ts';
import { send, stopPostmaster } from './stop.ts';

/** A running server of the same data directory that somebody else started and looks after. */
export type Adopted = { readonly pid: number; readonly socketDir: string };

/**
 * Settles what an earlier start left behind. A server whose launcher lives is adopted; an orphan is stopped; processes that outlived
 * their postmaster are ended; a `postmaster.pid` that now names some other program is removed.
 */
export async function settlePredecessor(dataDir: string): Promise<Adopted | null> {
  const file = await readPidFile(dataDir);
  if (file === null) return null;
  const found = await findProcess(file.pid);
  if (found === null) await endBackends(dataDir);
  else if (!serves(found, dataDir)) await forget(dataDir);
  else if (isLookedAfter(found)) return adopt(dataDir, file);
  else await stopPostmaster(file.pid);
  return null;
}

function serves({ command, folder }: ProcessEntry, dataDir: string): boolean {
  return command.includes(`postgres -D ${dataDir}`) || (folder === dataDir && command.includes('postgres'));
}

function isLookedAfter({ command, parent }: ProcessEntry): boolean {
  return command.includes(`${launcherSetting}=${parent}`);
}

/** Null when the server ends before it is ready: then it was on its way out. */
async function adopt(dataDir: string, file: PidFile): Promise<Adopted | null> {
  const { pid, socketDir } = file;
  for (;;) {
    const now = await readPidFile(dataDir);
    if (now?.pid !== pid || (await findProcess(pid)) === null) return null;
    if (now.ready) return { pid, socketDir: now.socketDir || socketDir };
    await sleep(50);
  }
}

async function endBackends(dataDir: string): Promise<void> {
  for (const pid of await findBackends(dataDir)) send(pid, 'SIGQUIT');
}

/** After a reboot the id may belong to any program, and PostgreSQL would wait for that one for ever. */
async function forget(dataDir: string): Promise<void> {
  if ((await findBackends(dataDir)).length > 0) return endBackends(dataDir);
  await rm(pidFileOf(dataDir), { force: true });
}
