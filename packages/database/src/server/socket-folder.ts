import { createHash } from 'node:crypto';
import { chmod, lstat, mkdir, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ServerFault } from './fault.ts';
import { nobody } from './run-as.ts';

/** A socket's full path may have 107 bytes on Linux and 103 on macOS; `/.s.PGSQL.5432` takes 14 of them. */
const longestFolder = 89;

/** Where the server of a data directory listens: short however deep the data lies, the same at each start, private to its user. */
export function socketFolderOf(dataDir: string): string {
  const name = `changming-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`;
  const wished = join(tmpdir(), name);
  return Buffer.byteLength(wished) <= longestFolder ? wished : join('/tmp', name);
}

/** @throws ServerFault `socket_folder_taken` where somebody else's file or folder has the name */
export async function makeSocketFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const found = await lstat(folder);
  if (!found.isDirectory() || !ownersFor(process.getuid?.()).includes(found.uid)) throw new ServerFault('socket_folder_taken', folder);
  await chmod(folder, 0o700);
}

/** The server has ended and taken its socket along. Where another has begun to listen meanwhile, the folder is not empty and stays. */
export async function leaveSocketFolder(folder: string): Promise<void> {
  await rmdir(folder).catch(() => undefined);
}

/** To whom the folders belong that this user's servers listen in. */
export function ownersFor(user = nobody): readonly number[] {
  return user === 0 ? [user, nobody] : [user];
}
