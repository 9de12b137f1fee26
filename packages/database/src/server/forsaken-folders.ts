import { lstat, readdir, readFile, rename, rmdir, unlink } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';

import { findProcess } from './process-table.ts';
import { ownersFor } from './socket-folder.ts';

const folderName = /^changming-[0-9a-f]{16}(\.gone)?$/;
const socketName = /^\.s\.PGSQL\.\d+$/;
const lockName = /^\.s\.PGSQL\.\d+\.lock$/;

/** What has stood still so long belongs to no server that is just starting. */
const settled = 60_000;

/**
 * Removes socket folders whose server is gone: a killed one leaves its own behind. Only folders of this user, in which nothing lies but the
 * sockets of a server that no longer answers. What cannot be told for sure, or is taken away meanwhile, stays as it is.
 */
export async function removeForsaken(parent: string, { user }: { readonly user?: number | undefined } = {}): Promise<void> {
  const owners = ownersFor(user ?? process.getuid?.());
  const names = (await readdir(parent).catch(() => [])).filter((name) => folderName.test(name));
  for (const name of names) await removeIfForsaken(join(parent, name), owners).catch(() => undefined);
}

/** Put aside first and looked at again there: a server that starts meanwhile makes a folder of its own or is given this one back. */
async function removeIfForsaken(folder: string, owners: readonly number[]): Promise<void> {
  if (!(await isForsaken(folder, owners))) return;
  const aside = folder.endsWith('.gone') ? folder : `${folder}.gone`;
  await rename(folder, aside);
  if (!(await isForsaken(aside, owners))) return rename(aside, folder);
  for (const name of await readdir(aside)) await unlink(join(aside, name));
  await rmdir(aside);
}

async function isForsaken(folder: string, owners: readonly number[]): Promise<boolean> {
  const found = await lstat(folder);
  if (!found.isDirectory() || !owners.includes(found.uid) || !isSettled(found)) return false;
  for (const name of await readdir(folder)) if (!(await isLeft(folder, name))) return false;
  return true;
}

/** Something of a server that no longer runs. */
async function isLeft(folder: string, name: string): Promise<boolean> {
  const path = join(folder, name);
  if (!isSettled(await lstat(path))) return false;
  return lockName.test(name) ? isLockOfNobody(path) : socketName.test(name) && isDeaf(path);
}

function isSettled({ mtimeMs }: { readonly mtimeMs: number }): boolean {
  return Date.now() - mtimeMs > settled;
}

/** The lock names its server on the first line. Whatever PostgreSQL has that id now, the folder is left to it. */
async function isLockOfNobody(path: string): Promise<boolean> {
  const pid = Number((await readFile(path, 'utf8')).split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  return (await findProcess(pid))?.command.includes('postgres') !== true;
}

/** Nobody listens: also where the process is not to be seen, as from another container. */
function isDeaf(path: string): Promise<boolean> {
  return new Promise((told) => {
    const socket = connect(path);
    const tell = (deaf: boolean) => {
      socket.destroy();
      told(deaf);
    };
    socket.once('connect', () => tell(false));
    socket.once('error', (error: NodeJS.ErrnoException) => tell(error.code === 'ECONNREFUSED'));
    socket.setTimeout(1000, () => tell(false));
  });
}
