import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Acts that the trail may name and that have no sentence: every row of the matrix, and every verb with a name of its own. */
export function unspokenActs(root: string, sentences: Readonly<Record<string, string>>): string[] {
  const rows = named(root, 'packages/domain/src/access/matrix.ts', /^ {2}'([a-z]+\.\w+)': \{/gm);
  const verbs = named(root, 'packages/application/src/*/*.ts', /^ {2}name: '([a-z]+\.\w+)',$/gm);
  return [...rows, ...verbs]
    .filter(({ act }) => sentences[act] === undefined)
    .map(({ act, file }) => `${file}: “${act}” has no sentence in packages/phrases/src/zh-CN/audit.ts`);
}

function named(root: string, pattern: string, act: RegExp): { act: string; file: string }[] {
  return globSync(pattern, { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(act)].map(([, found = '']) => ({ act: found, file })));
}
