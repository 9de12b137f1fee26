import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { asOwner } from './as-owner.ts';
import { readConfig } from './config.ts';
import { openOwnerDatabase } from './database.ts';
import { seedFirst } from './seed-first.ts';
import { sentences } from './sentences.ts';

let dataDir = '';
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'cm-mark-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const config = (env: Record<string, string> = {}) => readConfig({ CM_DATA_DIR: dataDir, ...env }, [], dataDir);

test('content that was cut off is not taken for finished, whoever owns the database, and nothing of it is touched', async () => {
  const { ownerUrl, stop } = await openOwnerDatabase(config(), () => undefined);
  try {
    await asOwner(ownerUrl, (client) => client.query('create schema house; create table units as select 1 as id'));
    await seedFirst(config(), ownerUrl, {});

    await asOwner(ownerUrl, (client) => client.query('create table house.first_content ()'));
    await expect(seedFirst(config(), ownerUrl, {})).rejects.toThrow(sentences.seedHalf(dataDir));
    await expect(seedFirst(config({ DATABASE_URL: ownerUrl }), ownerUrl, {})).rejects.toThrow(sentences.seedHalfOutside);
    const { rows } = await asOwner(ownerUrl, (client) => client.query('select id from units'));
    expect(rows).toEqual([{ id: 1 }]);
  } finally {
    await stop();
  }
});
