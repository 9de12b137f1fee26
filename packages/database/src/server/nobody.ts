import { chown, cp, lstat, mkdir, rm } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';

import { type Binaries, binariesIn } from './binaries.ts';
import { ServerFault } from './fault.ts';
import { type RunAs, runAs } from './run-as.ts';

/** For root only, where PostgreSQL runs without root's powers: what it cannot reach (such as another user's home, 0700) is kept here instead. */
const shelter = '/var/lib/changming';

/**
 * The folder to use for the data that was asked to be at `asked`: there, or in the shelter when it cannot be reached or already lies there.
 * @throws ServerFault `data_unreachable` where data exists at `asked` and cannot be reached: an empty database would look like a loss
 */
export async function reachableData(asked: string, as: RunAs): Promise<string> {
  const sheltered = join(shelter, `data-${digest(asked)}`);
  const reachable = (await runAs(as, ['test', '-x', dirname(asked)])).ok;
  const exists = await isThere(join(asked, 'PG_VERSION'));
  if (exists && !reachable) throw new ServerFault('data_unreachable', asked);
  if (exists || (reachable && !(await isThere(sheltered)))) return asked;
  await mkdir(shelter, { recursive: true, mode: 0o711 });
  return sheltered;
}

export async function reachableBinaries(installed: Binaries, as: RunAs): Promise<Binaries> {
  if (await runs(installed, as)) return installed;
  const copy = binariesIn(join(shelter, `programs-${digest(installed.root)}`));
  if (await runs(copy, as)) return copy;
  await mkdir(shelter, { recursive: true, mode: 0o711 });
  await rm(copy.root, { recursive: true, force: true });
  await cp(installed.root, copy.root, { recursive: true, verbatimSymlinks: true });
  return copy;
}

/** Hands folders of another start's user to this one's, so that namespaces may be allowed or forbidden later without losing the data. */
export async function takeOver(folders: readonly string[], owner: number): Promise<void> {
  for (const folder of folders) {
    const found = await lstat(folder).catch(() => null);
    if (found === null || found.uid === owner) continue;
    await runAs('self', ['chown', '-R', '-h', `${owner}:${owner}`, folder]);
    await chown(folder, owner, owner);
  }
}

async function runs({ postgres }: Binaries, as: RunAs): Promise<boolean> {
  return (await runAs(as, [postgres, '--version'])).ok;
}

async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null)) !== null;
}

function digest(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}
