import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { environmentAt } from './program.ts';
import { tallyOf, type VitestReport } from './vitest-tally.ts';

/**
 * `pnpm test:long [part of a path …]`: the large forms, one file after the other, because their figures are measured on a machine that
 * does nothing else. What they measure is printed as it comes. Then, unless parts are named, every test of the database on the oldest server:
 * the ordinary run takes there only the few files that say most to it.
 */
const root = join(import.meta.dirname, '..', '..');
const folder = await mkdtemp(join(tmpdir(), 'cm-long-'));
const outputFile = join(folder, 'report.json');
const parts = process.argv.slice(2).filter((part) => part !== '--');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${outputFile}`];
const projects = parts.length > 0 ? ['long'] : ['long', 'db15', 'db15-changed'];
const child = spawn('vitest', ['run', ...projects.flatMap((name) => ['--project', name]), ...reporters, ...parts], {
  cwd: root,
  env: environmentAt(root),
  stdio: 'inherit',
});
const [code] = (await once(child, 'exit')) as [number | null];
const written = await readFile(outputFile, 'utf8').catch(() => null);
await rm(folder, { recursive: true, force: true });

const { passed, failed, report } = tallyOf(written === null ? null : (JSON.parse(written) as VitestReport), { ok: code === 0, output: '' });
if (failed > 0) process.stdout.write(`\n${report}\n`);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
