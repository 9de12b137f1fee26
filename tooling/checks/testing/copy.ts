import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');
const kept = ['apps', 'packages', 'tooling', 'package.json', 'pnpm-workspace.yaml', 'tsconfig.base.json', 'turbo.json', 'knip.json'];
const alsoKept = ['.dependency-cruiser.mjs', 'vitest.config.ts', 'vitest.database.ts', 'vitest.database-15.ts'];
const left = new Set(['dist', '.turbo', '.vite', 'testdata', 'coverage']);

export type Copy = {
  readonly root: string;
  /** Writes a file of the copy, folders included. */
  readonly plant: (path: string, content: string) => Promise<void>;
  readonly remove: () => Promise<void>;
};

/** A copy of the whole project in a folder of its own, in which a fault may be planted. Packages from outside stay where they are. */
export async function copyOfTheHouse(): Promise<Copy> {
  const folder = await mkdtemp(join(tmpdir(), 'cm-house-'));
  const filter = (path: string) => !left.has(basename(path));
  for (const name of [...kept, ...alsoKept])
    await cp(join(root, name), join(folder, name), { recursive: true, verbatimSymlinks: true, filter });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return {
    root: folder,
    plant: async (path, content) => {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** An empty folder with the given files. */
export async function folderWith(files: Readonly<Record<string, string>>): Promise<Copy> {
  const folder = await mkdtemp(join(tmpdir(), 'cm-folder-'));
  const plant = async (path: string, content: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  };
  for (const [path, content] of Object.entries(files)) await plant(path, content);
  return { root: folder, plant, remove: () => rm(folder, { recursive: true, force: true }) };
}
