import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { contexts } from './contexts.ts';

type Said = { readonly where: string; readonly word: string };

/** One context in several spellings: `hazard`, `Hazards` or `hazard_s` where the map says `hazards`. One line each. */
export function misspeltContexts(root: string): string[] {
  const said = [...folders(root), ...inText(root)];
  const faults = said.flatMap(({ where, word }) => {
    const meant = contextMeantBy(word);
    return meant === null || meant === word ? [] : [`${where}: “${word}” should be “${meant}”`];
  });
  return [...new Set(faults)];
}

/** The context that `word` spells in some way, or null when it means something else. */
export function contextMeantBy(word: string): string | null {
  return contexts.find((context) => keyOf(context) === keyOf(word)) ?? null;
}

/** Case, separators and number do not tell two words apart. */
function keyOf(word: string): string {
  const plain = word.toLowerCase().replace(/[-_ ]/g, '');
  return plain.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '');
}

const folderPatterns = ['{apps,packages}/*/src/**/', 'packages/{contract,phrases,database}/src/**/*.ts', 'docs/contexts/*.md'];

/** Folders and files named for a context. A file inside a context's own folder names a thing of it (`hazard.ts`), not the context. */
function folders(root: string): Said[] {
  return folderPatterns.flatMap((pattern) =>
    globSync(pattern, { cwd: root, exclude: (name) => name === 'node_modules' })
      .filter((path) => !insideContext(path))
      .map((path) => ({ where: path, word: (path.replace(/\/$/, '').split('/').at(-1) ?? '').replace(/\.(ts|md)$/, '') })),
  );
}

function insideContext(path: string): boolean {
  return path
    .replace(/\/$/, '')
    .split('/')
    .slice(3, -1)
    .some((part) => contexts.includes(part));
}

/** Where a context's name begins a word of ours: an address, a permission, a job, a refusal. */
const naming = [
  { files: 'packages/contract/src/*.ts', pattern: /path: '\/([a-z][\w-]*)/gi },
  { files: 'packages/domain/src/access/matrix.ts', pattern: /^ {2}'([a-z][\w-]*)\./gim },
  { files: 'packages/domain/src/*/refusals.ts', pattern: /^ {2}'([a-z][\w-]*)\./gim },
  { files: 'apps/worker/src/contexts/*/jobs.ts', pattern: /name: '([a-z][\w-]*)\./gi },
] as const;

function inText(root: string): Said[] {
  return naming.flatMap(({ files, pattern }) =>
    globSync(files, { cwd: root }).flatMap((path) =>
      [...readFileSync(join(root, path), 'utf8').matchAll(pattern)].map(([, word = '']) => ({ where: path, word })),
    ),
  );
}
