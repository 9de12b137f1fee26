import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

import { lastLines, openServerLog, type ServerLog } from './server-log.ts';
import { ServerFault } from './fault.ts';
import { readPidFile } from './pid-file.ts';
import type { Place } from './place.ts';
import { spawnAs } from './run-as.ts';

export const serverPort = 5432;

/** The setting that tells a later launcher who started this server. */
export const launcherSetting = 'changming.launcher';

export type Postmaster = { readonly pid: number; readonly ended: Promise<void> };
export type StartAttempt = { readonly started: Postmaster } | { readonly started: null; readonly held: boolean; readonly log: string };

/** A predecessor has not let go of the data yet, or has just taken the socket folder along. */
const passing =
  /"postmaster\.pid" already exists|shared memory block|could not (?:create lock file|bind Unix address) "[^"]*\.s\.PGSQL[^"]*": No such file/;

/** Crash recovery of a large database may take minutes. */
const patience = 180_000;

/**
 * Starts one postmaster and waits until it answers. `held` says that it gave up because of a predecessor that is still leaving.
 * @throws ServerFault `start_too_slow` after three minutes
 */
export async function startPostmaster(place: Place): Promise<StartAttempt> {
  const log = await openServerLog(place.dataDir);
  try {
    const child = spawnAs(place.as, commandOf(place), { cwd: '/', stdio: ['ignore', log.fd, log.fd] });
    const ended = endOf(child);
    const state = await Promise.race([ended.then(() => 'ended' as const), untilReady(place.dataDir, child)]);
    if (state === 'ready' && child.pid !== undefined) return { started: { pid: child.pid, ended } };
    if (state === 'late') return await giveUp(child, ended, log);
    const text = await log.sinceStart();
    return { started: null, held: passing.test(text), log: text };
  } finally {
    await log.close();
  }
}

async function giveUp(child: ChildProcess, ended: Promise<void>, log: ServerLog): Promise<never> {
  child.kill('SIGQUIT');
  await ended;
  throw new ServerFault('start_too_slow', lastLines(await log.sinceStart(), 20));
}

function commandOf({ binaries, dataDir, socketDir }: Place): readonly string[] {
  const mark = `${launcherSetting}=${process.pid}`;
  return [binaries.postgres, '-D', dataDir, '-k', socketDir, '-p', String(serverPort), '-c', mark];
}

async function endOf(child: ChildProcess): Promise<void> {
  const interrupt = () => child.kill('SIGINT');
  process.once('exit', interrupt);
  await once(child, 'exit').catch(() => undefined);
  process.off('exit', interrupt);
}

async function untilReady(dataDir: string, child: ChildProcess): Promise<'ready' | 'late' | 'ended'> {
  for (const until = Date.now() + patience; Date.now() < until; ) {
    const file = await readPidFile(dataDir);
    if (file?.ready === true && file.pid === child.pid) return 'ready';
    if (child.exitCode !== null || child.signalCode !== null) return 'ended';
    await sleep(15);
  }
  return 'late';
}
