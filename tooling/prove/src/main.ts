import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import type { Setting } from './clone.ts';
import { prove } from './prove.ts';
import { lineOf, type Step } from './steps.ts';

/** `pnpm prove [--with-tests] [--every]`: the two commands, from a bare clone of what is committed. */
const root = join(import.meta.dirname, '..', '..', '..');
const print = (line: string) => void process.stdout.write(`${line}\n`);

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: { 'with-tests': { type: 'boolean', default: false }, every: { type: 'boolean', default: false } },
});
const chosen = settings().filter((_, at, all) => values.every || at === 0 || at === all.length - 1);
const proven: (readonly Step[])[] = [];
for (const [at, setting] of chosen.entries()) {
  print(`\n${setting.title} (load ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores)`);
  const tell = (step: Step) => print(lineOf(step));
  proven.push(await prove(setting, { root, withTests: values['with-tests'] && at === 0, tell }));
}
const all = proven.flat();
const failed = all.filter(({ held }) => !held).length;
print(`\n${all.length - failed} held, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** Whoever is root proves both users, anybody else himself; the first and the last differ in everything. */
function settings(): readonly Setting[] {
  const paths = ['long, with spaces', 'short'] as const;
  const isRoot = process.getuid?.() === 0;
  const users = isRoot ? (['as it is', 'ordinary user'] as const) : (['as it is'] as const);
  return users.flatMap((who) => paths.map((path) => ({ who, path, title: `${title(who, isRoot)}, path ${path}` })));
}

function title(who: Setting['who'], isRoot: boolean): string {
  return who === 'as it is' && isRoot ? 'root' : 'an ordinary user';
}
