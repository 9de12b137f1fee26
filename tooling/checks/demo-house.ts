import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Outcome, verdictOn } from './check.ts';
import { runProgram } from './program.ts';
import { runVitest } from './run-vitest.ts';

const placeOfHouse = () => join(tmpdir(), 'demo-house');

/** The house of the browser tests, made while the tests of starting wait for theirs. */
export async function makeDemoHouse(root: string): Promise<Outcome> {
  const { ok, output } = await runProgram({ root, command: 'node', args: ['tooling/e2e/src/make-house.ts', placeOfHouse()] });
  return verdictOn(ok ? [] : [output.slice(-8000)]);
}

/** In the house that was made beside the others; without it they make their own. */
export function testInBrowser(root: string): Promise<Outcome> {
  const house = placeOfHouse();
  const env = existsSync(join(house, 'demo-accounts.txt')) ? { CM_DEMO_HOUSE: house } : {};
  return runVitest(root, { projects: ['browser'], env });
}
