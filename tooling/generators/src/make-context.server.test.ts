import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { runProgram } from '@changming/checks/program';
import { type Copy, copyOfTheHouse } from '@changming/checks/testing/copy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { makeContext } from './make-context.ts';

const names = { context: 'lanterns', noun: 'lantern', zh: '灯具', stamp: '29990101T0000' };

let house: Copy;
beforeAll(async () => {
  house = await copyOfTheHouse();
  await makeContext(house.root, names);
}, 60_000);
afterAll(() => house.remove());

describe('a new context', () => {
  it('has its rooms and its line in the map', async () => {
    const map = JSON.parse(await readFile(join(house.root, 'tooling/rooms/contexts.json'), 'utf8')) as { mayKnow: object };

    expect(map.mayKnow).toHaveProperty('lanterns', ['base']);
    await expect(makeContext(house.root, names)).rejects.toThrow('already has rooms');
    await expect(makeContext(house.root, { ...names, context: 'Lantern Room' })).rejects.toThrow('one lower-case word');
  });

  it('compiles, from the domain to the API', async () => {
    const args = ['tooling/checks/typecheck.ts', '--of', 'apps/api', '--into', join(house.root, '.types')];
    const { ok, output } = await runProgram({ root: house.root, command: 'node', args });

    expect(output).toBe('');
    expect(ok).toBe(true);
  }, 180_000);

  it('keeps the boundaries of the house', async () => {
    const { output } = await runProgram({ root: house.root, command: 'node', args: ['tooling/lint/boundaries.mjs'] });

    expect(output.split('\n').filter((line) => line.includes('lantern'))).toEqual([]);
    expect(output).toContain('modules');
  });

  it('migrates and passes its first tests', async () => {
    const args = ['run', '--project', 'unit', '--project', 'db', 'src/lanterns/'];
    const { ok, output } = await runProgram({ root: house.root, command: 'vitest', args });

    expect(output).toMatch(/Tests +2 passed/);
    expect(ok).toBe(true);
  }, 180_000);
});
