import { mkdir, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { type Binaries, findBinaries, type PostgresVersion } from './binaries.ts';
import { reachableBinaries, reachableData, takeOver } from './nobody.ts';
import { chooseRunAs, nobody, type RunAs } from './run-as.ts';
import { makeSocketFolder, socketFolderOf } from './socket-folder.ts';

/** Where and as whom one server runs. `dataDir` is a real path; its last part may not exist yet. */
export type Place = {
  readonly as: RunAs;
  /** The user its files belong to. */
  readonly owner: number;
  readonly binaries: Binaries;
  readonly dataDir: string;
  readonly socketDir: string;
  readonly version: PostgresVersion;
};

export async function preparePlace(wished: string, version: PostgresVersion, as: RunAs = chooseRunAs()): Promise<Place> {
  const installed = await findBinaries(version);
  const asked = await realPathOf(wished, as);
  if (as === 'self') return { as, version, binaries: installed, ...foldersFor(asked, process.getuid?.() ?? 0) };
  const folders = foldersFor(await reachableData(asked, as), as === 'nobody' ? nobody : 0);
  const binaries = await reachableBinaries(installed, as);
  await takeOver([folders.dataDir], folders.owner);
  return { as, version, binaries, ...folders };
}

/**
 * The folder that the server is to listen in, made anew for each start: a server that ended a moment ago takes it along.
 * @throws ServerFault `socket_folder_taken`
 */
export async function prepareSocketFolder({ as, socketDir, owner }: Place): Promise<void> {
  await makeSocketFolder(socketDir);
  if (as !== 'self') await takeOver([socketDir], owner);
}

async function realPathOf(wished: string, as: RunAs): Promise<string> {
  await mkdir(dirname(wished), { recursive: true, mode: as === 'nobody' ? 0o711 : 0o700 });
  return join(await realpath(dirname(wished)), basename(wished));
}

function foldersFor(dataDir: string, owner: number) {
  return { dataDir, socketDir: socketFolderOf(dataDir), owner };
}
