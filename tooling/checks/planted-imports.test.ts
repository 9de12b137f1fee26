import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Ended, runProgram } from './program.ts';
import { type Copy, copyOfTheHouse } from './testing/copy.ts';

let house: Copy;
let boundaries: Ended;
let dead: Ended;

beforeAll(async () => {
  house = await copyOfTheHouse();
  await house.plant('packages/domain/src/units/planted.ts', `export { refuseMixedPowers } from '../access/index.ts';\n`);
  await house.plant('packages/domain/src/hazards/planted.ts', `export { rootRange } from '../units/unit-range.ts';\n`);
  await house.plant(
    'packages/domain/src/workforce/planted.ts',
    `import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;\n`,
  );
  await house.plant('apps/api/src/planted.ts', `export { within } from '@changming/database';\n`);
  await house.plant('packages/application/src/units/planted.ts', `export { openDatabase } from '@changming/database/open';\n`);
  await house.plant('packages/database/migrations/29990101T0000-planted.ts', `export { within } from '../src/scope.ts';\n`);
  await house.plant('packages/domain/src/units/planted-dead.ts', `export const nobodyAsksForThis = 1;\n`);
  boundaries = await runProgram({ root: house.root, command: 'node', args: ['tooling/lint/boundaries.mjs'] });
  dead = await runProgram({ root: house.root, command: 'knip', args: ['--no-progress'] });
}, 60_000);

afterAll(() => house.remove());

describe('the boundary check', () => {
  it('sees the whole house', () => {
    const [, modules] = /(\d+) modules/.exec(boundaries.output) ?? [];

    expect(Number(modules)).toBeGreaterThan(200);
    expect(boundaries.ok).toBe(false);
  });

  it.each([
    [
      'a context that imports one it may not know',
      'context-units: packages/domain/src/units/planted.ts → packages/domain/src/access/index.ts',
    ],
    ['a file of another context behind its front door', 'front-door-only: packages/domain/src/hazards/planted.ts'],
    ['a layer that reaches past the next', 'layer-apps-api: apps/api/src/planted.ts → packages/database/src/'],
    ['a second door to the database', 'one-door-to-the-database: packages/application/src/units/planted.ts'],
    ['a domain that reads files', 'pure: packages/domain/src/workforce/planted.ts → '],
    ['a migration that imports', 'frozen-migrations: packages/database/migrations/29990101T0000-planted.ts'],
  ])('finds %s', (_, line) => {
    expect(boundaries.output).toContain(line);
  });
});

it('an export that nobody uses is found', () => {
  expect(dead.ok).toBe(false);
  expect(dead.output).toContain('packages/domain/src/units/planted-dead.ts');
});
