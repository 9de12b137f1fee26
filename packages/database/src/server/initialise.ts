import { appendFile, chown, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { ServerFault } from './fault.ts';
import type { Place } from './place.ts';
import { runAs } from './run-as.ts';
import { settingsFile } from './settings.ts';

/**
 * Makes the data directory where there is none. It appears under its name only when it is complete, so a killed start leaves nothing half made.
 * @throws ServerFault `initialise_failed`; `other_version` where the directory belongs to another major version
 */
export async function initialise(place: Place, options: { durable: boolean }): Promise<void> {
  const found = await versionOf(place.dataDir);
  if (found === String(place.version)) return;
  if (found !== null) throw new ServerFault('other_version', `${place.dataDir}: ${found}`);
  const draft = `${place.dataDir}.new-${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  if (place.as === 'nobody') await chown(draft, place.owner, place.owner);
  const made = await runAs(place.as, [place.binaries.initdb, '-D', draft, ...flags, ...(options.durable ? [] : ['--no-sync'])]);
  if (!made.ok) throw new ServerFault('initialise_failed', made.output);
  await appendFile(join(draft, 'postgresql.conf'), `\ninclude_if_exists '${settingsFile}'\n`);
  await publish(draft, place.dataDir);
}

const flags = [
  '--username=postgres',
  '--encoding=UTF8',
  `--locale=${process.platform === 'darwin' ? 'C' : 'C.UTF-8'}`,
  '--locale-provider=icu',
  '--icu-locale=zh-CN',
  '--data-checksums',
  '--auth-local=trust',
  '--auth-host=reject',
];

async function versionOf(dataDir: string): Promise<string | null> {
  const text = await readFile(join(dataDir, 'PG_VERSION'), 'utf8').catch(() => null);
  return text?.trim() ?? null;
}

/** Of two launchers that initialise at once, the second finds the first one's directory and takes it. */
async function publish(draft: string, dataDir: string): Promise<void> {
  try {
    await rename(draft, dataDir);
  } catch (cause) {
    await rm(draft, { recursive: true, force: true });
    if ((await versionOf(dataDir)) === null) throw new ServerFault('initialise_failed', dataDir, cause);
  }
}
