import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { capital, type Names } from './names.ts';

type Line = { readonly file: string; readonly find: RegExp; readonly put: (found: string) => string };

/** Where the contexts of a layer only meet: one line each for the new one. */
function linesFor({ context, noun, zh }: Names): Line[] {
  const upper = capital(noun);
  const top = /^/;
  const after = (text: string) => (found: string) => `${found}${text}`;
  const before = (text: string) => (found: string) => `${text}${found}`;
  return [
    {
      file: 'packages/database/src/database.ts',
      find: top,
      put: before(`import type { ${upper}Tables } from './schema/${context}.ts';\n`),
    },
    { file: 'packages/database/src/database.ts', find: /export interface Tables\n {2}extends /, put: after(`${upper}Tables,\n    `) },
    { file: 'packages/database/src/index.ts', find: /$/, put: before(`export type * from './schema/${context}.ts';\n`) },
    { file: 'packages/domain/src/access/matrix.ts', find: /\n\} as const satisfies Record</, put: before(matrixRows(context, zh)) },
    { file: 'packages/phrases/src/chinese.ts', find: /$/, put: before(`export * as ${context} from './zh-CN/${context}.ts';\n`) },
    { file: 'packages/phrases/src/english.ts', find: /$/, put: before(`export * as ${context} from './en/${context}.ts';\n`) },
    ...verbSentences({ context, noun, zh }),
    ...recordNames({ context, noun, zh }),
    { file: 'apps/api/src/app.ts', find: top, put: before(`import { ${context} } from './contexts/${context}/routes.ts';\n`) },
    { file: 'apps/api/src/app.ts', find: /const contexts = \{/, put: after(` ${context},`) },
  ];
}

function matrixRows(context: string, zh: string): string {
  const readers = `['hqLeader', 'hqSafety', 'unitHead', 'safetyOfficer']`;
  return `\n  // ── ${context} ${zh}
  '${context}.read': { kind: 'analyse', roles: ${readers} },
  '${context}.create': { kind: 'enter', roles: ['hqSafety', 'safetyOfficer'] },`;
}

/** The trail tells every verb in a sentence. */
function verbSentences({ context, noun, zh }: Omit<Names, 'stamp'>): Line[] {
  const rows = (read: string, create: string) => (found: string) =>
    `${found}\n  '${context}.read': '${read}',\n  '${context}.create': '${create}',`;
  const find = /export const permissionActs = \{/;
  return [
    { file: 'packages/phrases/src/zh-CN/audit/permission-acts.ts', find, put: rows(`查看${zh}`, `登记${zh}`) },
    { file: 'packages/phrases/src/en/audit/permission-acts.ts', find, put: rows(`read ${context}`, `entered a ${noun}`) },
  ];
}

/** The trail calls every record by its name, or by what it is. */
function recordNames({ context, noun, zh }: Omit<Names, 'stamp'>): Line[] {
  const named = 'packages/application/src/named-records.ts';
  const imported = `import { namedRecords as ${context} } from './${context}/named-records.ts';\n`;
  const line = (find: RegExp, text: string) => ({ find, put: (found: string) => `${found}\n  ${text},` });
  const words = /export const records = \{/;
  return [
    { file: 'packages/domain/src/audit/told-record.ts', ...line(/const kindsOf = \{/, `${context}: ['${noun}']`) },
    { file: 'packages/phrases/src/zh-CN/audit/told-words.ts', ...line(words, `${noun}: '${zh}'`) },
    { file: 'packages/phrases/src/en/audit/told-words.ts', ...line(words, `${noun}: '${capital(noun)}'`) },
    { file: named, find: /^/, put: (found) => `${imported}${found}` },
    { file: named, ...line(/export const contexts = \{/, context) },
  ];
}

/** Writes the lines; a file in which the place is not found is an error, and nothing is guessed. */
export async function writeOneLines(root: string, names: Names): Promise<string[]> {
  const lines = linesFor(names);
  for (const { file, find, put } of lines) {
    const text = await readFile(join(root, file), 'utf8');
    if (!find.test(text)) throw new Error(`${file}: no place for the line of ${names.context} (${String(find)})`);
    await writeFile(
      join(root, file),
      text.replace(find, (found) => put(found)),
    );
  }
  return [...new Set(lines.map(({ file }) => file))];
}

/** Enters the context into the map, knowing the base, when the map does not have it yet. */
export async function enterIntoMap(root: string, context: string): Promise<string> {
  const file = 'tooling/rooms/contexts.json';
  const map = JSON.parse(await readFile(join(root, file), 'utf8')) as { mayKnow: Record<string, string[]> };
  map.mayKnow[context] ??= ['base'];
  await writeFile(join(root, file), `${JSON.stringify(map, null, 2)}\n`);
  return file;
}
