import { join } from 'node:path';

import { Client } from 'pg';

import { launchPostgres, type PostgresServer } from './launch.ts';

export type HouseServer = Pick<PostgresServer, 'dataDir' | 'ended' | 'stop'> & {
  /** The login that owns the house's database; no superuser, as on a server of one's own. */
  readonly ownerUrl: string;
};

const database = 'changming';
const owner = `cm_${database}_owner`;

/**
 * The embedded server with the house's database in it, under the folder that `CM_DATA_DIR` names.
 * @throws ServerFault
 */
export async function openHouseServer(dataDir: string, log?: (line: string) => void): Promise<HouseServer> {
  const server = await launchPostgres({ dataDir: join(dataDir, 'postgres'), ...(log === undefined ? {} : { log }) });
  await ensureDatabase(server.urlFor('postgres'));
  const ownerUrl = Object.assign(new URL(server.urlFor(database)), { username: owner }).href;
  return { ownerUrl, dataDir: server.dataDir, ended: server.ended, stop: server.stop };
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query('select from pg_database where datname = $1', [database]);
    if (rows.length > 0) return;
    await client.query(`do $$ begin create role ${owner} login createrole; exception when duplicate_object then null; end $$`);
    await client.query(`create database ${database} owner ${owner}`);
  } finally {
    await client.end();
  }
}
