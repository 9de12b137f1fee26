import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { readConfig } from './config.ts';
import { openOwnerDatabase } from './database.ts';
import { seedFirst } from './seed-first.ts';
import { isHalfSeeded, seedingBegins } from './seed-mark.ts';
import { sentences } from './sentences.ts';

let dataDir = '';
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'cm-mark-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const config = (env: Record<string, string> = {}) => readConfig({ CM_DATA_DIR: dataDir, ...env }, [], dataDir);

async function asked<Row>(url: string, statement: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows as Row[];
  } finally {
    await client.end();
  }
}

test('content that was cut off is begun anew on the embedded server, and left to its owner on another', async () => {
  const said: string[] = [];
  const first = await openOwnerDatabase(config(), (line) => said.push(line));
  await asked(first.ownerUrl, 'create table units as select 1 as id');
  await first.stop();
  const second = await openOwnerDatabase(config(), (line) => said.push(line));
  expect(await asked(second.ownerUrl, 'select * from units')).toHaveLength(1);
  expect(said).not.toContain(sentences.seedAgain);

  await seedingBegins(dataDir);
  const outside = config({ DATABASE_URL: second.ownerUrl });
  await expect(seedFirst(outside, second.ownerUrl, {})).rejects.toThrow(sentences.seedHalf);
  await second.stop();

  const third = await openOwnerDatabase(config(), (line) => said.push(line));
  try {
    expect(said).toContain(sentences.seedAgain);
    expect(await asked(third.ownerUrl, `select to_regclass('units') as units`)).toEqual([{ units: null }]);
    expect(isHalfSeeded(dataDir)).toBe(false);
  } finally {
    await third.stop();
  }
});
