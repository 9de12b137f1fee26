import { existsSync, globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { filled, type Names, objectionToNames } from './names.ts';
import { enterIntoMap, writeOneLines } from './one-lines.ts';

const templates = join(import.meta.dirname, '..', 'templates');

/**
 * Makes the rooms of a new context in the house at `root`: domain, application with a first verb and its test, contract, table with
 * migration, routes, sentences, a docs page, and its line wherever contexts meet. Returns the files written. Throws when the names do
 * not do or a room already stands.
 */
export async function makeContext(root: string, names: Names): Promise<string[]> {
  const objection = objectionToNames(names, standing(root));
  if (objection !== null) throw new Error(objection);
  const rooms = await writeRooms(root, names);
  const map = await enterIntoMap(root, names.context);
  return [...rooms, map, ...(await writeOneLines(root, names))];
}

/** Contexts that have a room in the domain. */
function standing(root: string): string[] {
  return globSync('packages/domain/src/*/index.ts', { cwd: root }).map((path) => path.split('/').at(-2) ?? '');
}

async function writeRooms(root: string, names: Names): Promise<string[]> {
  const written: string[] = [];
  for (const template of globSync('**/*.txt', { cwd: templates })) {
    const path = filled(template.replace(/\.txt$/, ''), names);
    if (existsSync(join(root, path))) throw new Error(`${path} already stands`);
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), filled(await readFile(join(templates, template), 'utf8'), names));
    written.push(path);
  }
  return written.toSorted();
}
