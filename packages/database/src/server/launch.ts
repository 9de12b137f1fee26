import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { PostgresVersion } from './binaries.ts';
import { ServerFault } from './fault.ts';
import { removeForsaken } from './forsaken-folders.ts';
import { initialise } from './initialise.ts';
import { type Place, preparePlace, prepareSocketFolder } from './place.ts';
import { serverPort, startPostmaster } from './postmaster.ts';
import { type Adopted, settlePredecessor } from './predecessor.ts';
import { findProcess } from './process-table.ts';
import type { RunAs } from './run-as.ts';
import { lastLines } from './server-log.ts';
import { writeSettings } from './settings.ts';
import { leaveSocketFolder } from './socket-folder.ts';
import { stopPostmaster } from './stop.ts';

export type LaunchOptions = {
  readonly dataDir: string;
  readonly version?: PostgresVersion;
  /** `false` trades safety for speed: a machine that loses power loses the data. For tests only. */
  readonly durable?: boolean;
  /** For the tests of the ways round root; chosen by itself otherwise. */
  readonly as?: RunAs;
  readonly log?: (line: string) => void;
};

export type PostgresServer = {
  readonly pid: number;
  /** Where the data really lies: elsewhere than asked only for root in a folder that is closed to a server without root's powers. */
  readonly dataDir: string;
  readonly socketDir: string;
  /** The superuser's address of one database, such as `urlFor('postgres')`. */
  readonly urlFor: (database: string) => string;
  /** Resolves when the server is gone, for whatever reason. */
  readonly ended: Promise<void>;
  /** Leaves a server alone that somebody else's launcher looks after. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts the PostgreSQL that npm brought on a data directory, made at the first start, or adopts the one that runs there.
 * It listens on a unix socket in a private folder and ends with the thread that called this, even when that is killed.
 * @throws ServerFault with a Chinese sentence and the end of the server's log
 */
export async function launchPostgres(options: LaunchOptions): Promise<PostgresServer> {
  const { dataDir, version = 18, durable = true, as } = options;
  const place = await preparePlace(resolve(dataDir), version, as);
  await initialise(place, { durable });
  await writeSettings(place.dataDir, { durable });
  const server = await startOrAdopt(place, options.log);
  await removeForsaken(dirname(place.socketDir));
  return server;
}

/** A killed predecessor may hold the directory for a moment longer: tried again for five seconds. */
async function startOrAdopt(place: Place, log?: (line: string) => void): Promise<PostgresServer> {
  for (const until = Date.now() + 5000; ; await sleep(200)) {
    const adopted = await settlePredecessor(place.dataDir);
    if (adopted !== null) return adoptedServer(place, adopted);
    await prepareSocketFolder(place);
    const attempt = await startPostmaster(place);
    if (attempt.started !== null) return ownServer(place, attempt.started);
    if (!attempt.held || Date.now() > until) throw new ServerFault('start_failed', lastLines(attempt.log, 20));
    log?.(lastLines(attempt.log, 1));
  }
}

function ownServer({ dataDir, socketDir }: Place, started: { pid: number; ended: Promise<void> }): PostgresServer {
  const { pid, ended } = started;
  const stop = async () => {
    await stopPostmaster(pid);
    await ended;
    await leaveSocketFolder(socketDir);
  };
  return { pid, dataDir, socketDir, urlFor: urlIn(socketDir), ended, stop };
}

function adoptedServer({ dataDir }: Place, { pid, socketDir }: Adopted): PostgresServer {
  return { pid, dataDir, socketDir, urlFor: urlIn(socketDir), ended: untilGone(pid), stop: async () => undefined };
}

async function untilGone(pid: number): Promise<void> {
  while ((await findProcess(pid)) !== null) await sleep(500, undefined, { ref: false });
}

function urlIn(socketDir: string): (database: string) => string {
  return (database) => `postgres://postgres@localhost:${serverPort}/${encodeURIComponent(database)}?host=${encodeURIComponent(socketDir)}`;
}
