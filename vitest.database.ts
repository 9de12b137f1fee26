import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Client } from 'pg';
import type { TestProject } from 'vitest/node';

import { migrate } from './packages/database/src/migrate.ts';
import { launchPostgres } from './packages/database/src/server/index.ts';

/** Starts a server of its own, migrates the template once; every test file then works on its own copy. */
export async function databaseFor(project: TestProject, version: 15 | 18): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), `cm-test-${version}-`));
  const server = await launchPostgres({ dataDir, version, durable: false });
  const client = new Client({ connectionString: server.urlFor('postgres') });
  await client.connect();
  await client.query('create database changming_template');
  await client.end();
  const templateUrl = server.urlFor('changming_template');
  await migrate(templateUrl);
  project.provide('templateUrl', templateUrl);
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

export default (project: TestProject) => databaseFor(project, 18);
