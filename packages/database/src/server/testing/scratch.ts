import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Client } from 'pg';
import { onTestFinished } from 'vitest';

import { launchPostgres, type LaunchOptions, type PostgresServer } from '../launch.ts';

/** A folder of this test's own, removed when the test ends. */
export async function givenFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cm-server-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A server that is stopped, and its socket folder removed, when the test ends. */
export async function givenServer(options: LaunchOptions): Promise<PostgresServer> {
  const server = await launchPostgres({ durable: false, ...options });
  onTestFinished(async () => {
    await server.stop();
    await rm(server.socketDir, { recursive: true, force: true });
  });
  return server;
}

export async function ask(server: Pick<PostgresServer, 'urlFor'>, statement: string): Promise<Record<string, unknown>> {
  const client = new Client({ connectionString: server.urlFor('postgres') });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement);
    return rows[0] ?? {};
  } finally {
    await client.end();
  }
}
