import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Config } from './config.ts';
import { lastLines, runToEnd } from './run-to-end.ts';
import { sentences } from './sentences.ts';
import { StartFault } from './start-fault.ts';

/** What the built pages depend on. */
const sources = ['apps/web', 'packages/contract', 'packages/domain', 'packages/phrases'];
const elsewhere = new Set(['node_modules', 'dist', '.turbo']);

/**
 * Builds the web pages unless `apps/web/dist` was built from these very sources.
 * @throws StartFault with the end of the build's output
 */
export async function buildWeb({ root, inherited }: Pick<Config, 'root' | 'inherited'>): Promise<void> {
  const web = join(root, 'apps/web');
  const stampFile = join(web, 'dist', '.stamp');
  const stamp = await stampOf(root);
  if ((await readFile(stampFile, 'utf8').catch(() => null)) === stamp) return;
  process.stdout.write(`${sentences.building}\n`);
  const env = { PATH: inherited['PATH'] ?? '', HOME: inherited['HOME'] ?? '', NODE_ENV: 'production' };
  const { ok, output } = await runToEnd({ command: [join(web, 'node_modules/.bin/vite'), 'build'], cwd: web, env });
  if (!ok) throw new StartFault(sentences.buildFailed(lastLines(output, 30)));
  await writeFile(stampFile, stamp);
  process.stdout.write(`${sentences.built}\n`);
}

async function stampOf(root: string): Promise<string> {
  const hash = createHash('sha256');
  const lists = await Promise.all(sources.map((source) => filesBelow(join(root, source))));
  for (const path of [join(root, 'pnpm-lock.yaml'), ...lists.flat()].toSorted()) {
    hash
      .update(path.slice(root.length))
      .update('\0')
      .update(await readFile(path))
      .update('\0');
  }
  return hash.digest('hex');
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && !elsewhere.has(entry.name));
  const files = entries.filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name));
  const below = await Promise.all(folders.map(({ name }) => filesBelow(join(folder, name))));
  return [...files.map(({ name }) => join(folder, name)), ...below.flat()];
}
