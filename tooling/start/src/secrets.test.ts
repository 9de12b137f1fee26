import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { keepSecrets } from './secrets.ts';
import { givenFolder } from './testing/folder.ts';

test('secrets are generated once, and two starts at the same moment agree on them', async () => {
  const dataDir = await givenFolder();

  const [first, second] = await Promise.all([keepSecrets(dataDir), keepSecrets(dataDir)]);

  expect(second).toEqual(first);
  expect(await keepSecrets(dataDir)).toEqual(first);
  expect(Buffer.from(first.secretKey, 'base64')).toHaveLength(32);
});

test('only the user who started the house can read its secrets', async () => {
  const dataDir = await givenFolder();

  await keepSecrets(dataDir);

  expect((await stat(join(dataDir, 'secrets'))).mode & 0o777).toBe(0o700);
  expect((await stat(join(dataDir, 'secrets', 'secret-key'))).mode & 0o777).toBe(0o600);
});

test("the operator's own key is used and not written down", async () => {
  const dataDir = await givenFolder();
  const own = Buffer.alloc(32, 7).toString('base64');

  expect((await keepSecrets(dataDir, own)).secretKey).toBe(own);
  await expect(stat(join(dataDir, 'secrets', 'secret-key'))).rejects.toThrow(/ENOENT/);
});
