import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Client } from 'pg';
import type { TestProject } from 'vitest/node';

import { migrate } from './packages/database/src/migrate.ts';
import { launchPostgres } from './packages/database/src/server/index.ts';

type Version = 15 | 18;
type Server = { readonly templateUrl: string; readonly stop: () => Promise<void> };
type Shared = { readonly server: Promise<Server>; projects: number };

/** Every project loads this file for itself, so what they share cannot lie in it. */
const place = Symbol.for('changming.test-databases');
const run = process as NodeJS.Process & { [place]?: Map<Version, Shared> };

/** A server with the migrated template, of which every test file works on its own copy. The projects of one run have one server for each version. */
export async function databaseFor(project: TestProject, version: Version): Promise<() => Promise<void>> {
  const servers = (run[place] ??= new Map());
  const shared = servers.get(version) ?? { server: started(version), projects: 0 };
  servers.set(version, shared);
  shared.projects += 1;
  const { templateUrl, stop } = await shared.server;
  project.provide('templateUrl', templateUrl);
  return async () => {
    shared.projects -= 1;
    if (shared.projects > 0) return;
    servers.delete(version);
    await stop();
  };
}

/** Starts a server and migrates the template once. */
async function started(version: Version): Promise<Server> {
  const dataDir = await mkdtemp(join(tmpdir(), `cm-test-${version}-`));
  const server = await launchPostgres({ dataDir, version, durable: false });
  const client = new Client({ connectionString: server.urlFor('postgres') });
  await client.connect();
  await client.query('create database changming_template');
  await client.end();
  const templateUrl = server.urlFor('changming_template');
  await migrate(templateUrl);
  const stop = async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { templateUrl, stop };
}

export default (project: TestProject) => databaseFor(project, 18);
