import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { runProgram } from '@changming/checks/program';
import { type Copy, copyOfTheHouse } from '@changming/checks/testing/copy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { makeContext } from './make-context.ts';

/** It imports every route of every context, so its line is proved by what it serves. */
const app = 'apps/api/src/app.ts';
const names = { context: 'lanterns', noun: 'lantern', zh: '灯具', stamp: '29990101T0000' };

/** What `pnpm turbo` runs. */
const turbo = 'tooling/generators/src/turbo.ts';

let house: Copy;
let written: readonly string[];
beforeAll(async () => {
  house = await copyOfTheHouse();
  const args = [turbo, 'gen', 'context', '--args', names.context, names.zh];
  const { output } = await runProgram({ root: house.root, command: 'node', args });
  written = output.match(/\b[\w/.-]+\.(ts|md|json)$/gm) ?? [];
}, 60_000);
afterAll(() => house.remove());

describe('a new context', () => {
  it('has its rooms and its line in the map', async () => {
    const map = JSON.parse(await readFile(join(house.root, 'tooling/rooms/contexts.json'), 'utf8')) as { mayKnow: object };

    expect(map.mayKnow).toHaveProperty('lanterns', ['base']);
    await expect(makeContext(house.root, names)).rejects.toThrow('already has rooms');
    await expect(makeContext(house.root, { ...names, context: 'Lantern Room' })).rejects.toThrow('one lower-case word');
  });

  it('is made by the installed generator; what is for turbo goes to turbo', async () => {
    const { devDependencies, scripts } = JSON.parse(await readFile(join(house.root, 'package.json'), 'utf8')) as Readonly<
      Record<string, Readonly<Record<string, string>>>
    >;
    const { ok, output } = await runProgram({ root: house.root, command: 'node', args: [turbo, '--version'] });

    expect(scripts?.['turbo']).toBe(`node ${turbo}`);
    expect(devDependencies).toHaveProperty('turbo');
    expect([ok, output.trim()]).toEqual([true, expect.stringMatching(/^\d+\.\d+\.\d+$/)]);
  });

  it('compiles, with every file that got a line and what these need', async () => {
    const files = written.filter((file) => file.endsWith('.ts') && file !== app);
    await house.plant('tsconfig.json', JSON.stringify({ extends: './apps/api/tsconfig.json', include: [], files }));

    const { ok, output } = await runProgram({ root: house.root, command: 'tsc', args: ['-p', 'tsconfig.json'] });

    expect(output).toBe('');
    expect(ok).toBe(true);
    expect(files.length).toBeGreaterThan(15);
  }, 180_000);

  it('is served by the API', async () => {
    const { output } = await runProgram({ root: house.root, command: 'node', args: ['apps/api/src/print-routes.ts'] });

    expect(written).toContain(app);
    expect(output).toMatch(/lanterns/);
  });

  it('keeps the boundaries of the house', async () => {
    const files = written.filter((file) => /^(?:apps|packages)\/.*\.ts$/.test(file) && file !== app);
    const { output } = await runProgram({ root: house.root, command: 'node', args: ['tooling/lint/boundaries.mjs', ...files] });

    expect(output.split('\n').filter((line) => line.includes('lantern'))).toEqual([]);
    expect(output).toContain('modules');
  });

  it('migrates and passes its first tests, and the trail knows what its records are called', async () => {
    const args = ['run', '--project', 'unit', '--project', 'db', 'src/lanterns/', 'src/named-records'];
    const { ok, output } = await runProgram({ root: house.root, command: 'vitest', args });

    expect(output).toMatch(/Test Files +3 passed/);
    expect(ok).toBe(true);
  }, 180_000);
});
