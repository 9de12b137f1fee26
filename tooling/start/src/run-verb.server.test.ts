import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { findProcess } from '@changming/database/server';
import { expect, test } from 'vitest';

import { sentences } from './sentences.ts';
import { databasePid, freePort, givenHouseFolder, givenHouseThatStood, heard, start } from './testing/house.ts';

const verb = {
  'apps/cli/src/main.ts': `
    const { DATABASE_API_URL, CM_SECRET_KEY } = process.env;
    console.log(JSON.stringify({ args: process.argv.slice(2), told: Boolean(DATABASE_API_URL && CM_SECRET_KEY) }));
    process.exit(process.argv.includes('fail') ? 3 : 0);`,
};

test('a verb runs without the house, prints nothing but its own answer, and leaves no server behind', async () => {
  const root = await givenHouseFolder(verb);

  const { stdout } = await cm(root, 'routes', '--json');

  expect(JSON.parse(stdout)).toEqual({ args: ['routes', '--json'], told: true });
  await expect(databasePid(root)).rejects.toThrow(/ENOENT/);
});

test('a verb shares the database of the running house and leaves it running', async () => {
  const root = await givenHouseThatStood(verb);
  const house = start(root, { PORT: String(await freePort()), CM_DEMO: '0' });
  await heard(house, sentences.howToStop);
  const before = await databasePid(root);

  await cm(root, 'rules');

  expect(await databasePid(root)).toBe(before);
  expect(await findProcess(before)).not.toBeNull();
});

test('a verb that fails hands its exit code on', async () => {
  const root = await givenHouseThatStood(verb);

  await expect(cm(root, 'fail')).rejects.toMatchObject({ code: 3 });
});

function cm(root: string, ...args: readonly string[]): Promise<{ stdout: string }> {
  const program = fileURLToPath(new URL('./testing/run-verb.ts', import.meta.url));
  return promisify(execFile)(process.execPath, [program, root, ...args], { env: { PATH: process.env['PATH'] } });
}
