import { createHash } from 'node:crypto';
import { chown, cp, lstat, mkdir, realpath, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { type Binaries, binariesIn, findBinaries, type PostgresVersion } from './binaries.ts';
import { ServerFault } from './fault.ts';
import { chooseRunAs, nobody, type RunAs, runAs } from './run-as.ts';
import { makeSocketFolder, socketFolderOf } from './socket-folder.ts';

/** Where and as whom one server runs. `dataDir` is a real path. */
export type Place = {
  readonly as: RunAs;
  readonly binaries: Binaries;
  readonly dataDir: string;
  readonly socketDir: string;
  readonly version: PostgresVersion;
};

export async function preparePlace(wished: string, version: PostgresVersion, as: RunAs = chooseRunAs()): Promise<Place> {
  const installed = await findBinaries(version);
  await mkdir(dirname(wished), { recursive: true, mode: 0o700 });
  const asked = join(await realpath(dirname(wished)), lastPart(wished));
  const dataDir = as === 'nobody' ? await reachableData(asked) : asked;
  const binaries = as === 'nobody' ? await reachableBinaries(installed) : installed;
  const socketDir = socketFolderOf(dataDir);
  const uid = process.getuid?.() ?? nobody;
  await makeSocketFolder(socketDir, as === 'nobody' ? [uid, nobody] : [uid]);
  if (as === 'nobody') await chown(socketDir, nobody, nobody);
  return { as, binaries, dataDir, socketDir, version };
}

function lastPart(path: string): string {
  return path.slice(dirname(path).length).replaceAll('/', '');
}

/** Under `/root` (0700) nobody else can reach the data: it then lives in a folder of `/var/tmp` named by the place that was asked for. */
async function reachableData(asked: string): Promise<string> {
  const parent = dirname(asked);
  const reachable = await runAs('nobody', ['test', '-x', parent]);
  const home = reachable.ok ? join(parent, `${lastPart(asked)}-nobody`) : shared('data', asked);
  await ownFolder(home, nobody);
  return join(home, 'data');
}

async function reachableBinaries(installed: Binaries): Promise<Binaries> {
  if ((await runAs('nobody', [installed.postgres, '--version'])).ok) return installed;
  const copy = shared('bin', installed.root);
  await ownFolder(copy, 0);
  const binaries = binariesIn(join(copy, 'native'));
  if ((await runAs('nobody', [binaries.postgres, '--version'])).ok) return binaries;
  await rm(binaries.root, { recursive: true, force: true });
  await cp(installed.root, binaries.root, { recursive: true, verbatimSymlinks: true });
  return binaries;
}

function shared(kind: string, path: string): string {
  return join('/var/tmp', `changming-${kind}-${createHash('sha256').update(path).digest('hex').slice(0, 16)}`);
}

async function ownFolder(folder: string, owner: number): Promise<void> {
  await mkdir(folder, { mode: 0o755 }).catch(unlessThere);
  const found = await lstat(folder);
  if (!found.isDirectory() || (found.uid !== 0 && found.uid !== owner)) throw new ServerFault('socket_folder_taken', folder);
  await chown(folder, owner, owner);
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
