import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { makeContext } from './make-context.ts';

/** `pnpm gen context lanterns --zh 灯具 [--noun lantern]`: the rooms of a new context, formatted, ready to compile and migrate. */
const root = join(import.meta.dirname, '..', '..', '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { noun: { type: 'string' }, zh: { type: 'string', default: '' } },
});
const [what = '', context = ''] = positionals;
if (what !== 'context') throw new Error('pnpm gen context <name> --zh <Chinese term> [--noun <one of it>]');

const stamp = new Date().toISOString().slice(0, 16).replaceAll(/[-:]/g, '');
const files = await makeContext(root, { context, noun: values.noun ?? context.replace(/s$/, ''), zh: values.zh, stamp });
spawnSync('biome', ['format', '--write', ...files.filter((file) => !file.endsWith('.md'))], { cwd: root, stdio: 'ignore' });
process.stdout.write(`${files.join('\n')}\n`);
