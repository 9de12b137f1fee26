import { existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Outcome, verdictOn } from './check.ts';
import { runProgram } from './program.ts';
import { runVitest } from './run-vitest.ts';

const folder = join(tmpdir(), `cm-demo-${process.pid}`);
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/** The house of the browser tests, made while the tests of starting wait for theirs. */
export async function makeDemoHouse(root: string): Promise<Outcome> {
  const { ok, output } = await runProgram({ root, command: 'node', args: ['tooling/e2e/src/make-house.ts', folder] });
  return verdictOn(ok ? [] : [output.slice(-8000)]);
}

/** In the house that was made beside the others; without it they make their own. */
export function testInBrowser(root: string): Promise<Outcome> {
  const env = existsSync(join(folder, 'demo-accounts.txt')) ? { CM_DEMO_HOUSE: folder } : {};
  return runVitest(root, { projects: ['browser'], env });
}
