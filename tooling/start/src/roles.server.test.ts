import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { migrate } from '@changming/database/migrate';
import { launchPostgres, type PostgresServer } from '@changming/database/server';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { loginUrl, prepareRoles } from './roles.ts';
import { checkKey } from './check-key.ts';
import { checkOwner } from './check-owner.ts';
import { scramVerifier } from './scram.ts';

const secrets = { secretKey: '', apiPassword: 'api password', workerPassword: 'worker password' };

/** One server of each version for all tests: each has a database, and logins, of its own. */
const servers = new Map<number, PostgresServer>();
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cm-roles-'));
  const launch = async (version: 15 | 18) =>
    servers.set(version, await launchPostgres({ dataDir: join(folder, String(version)), version, durable: false }));
  await Promise.all([launch(15), launch(18)]);
});
afterAll(async () => {
  await Promise.all([...servers.values()].map((server) => server.stop()));
  await rm(folder, { recursive: true, force: true });
});

describe.each([15, 18] as const)('on an own server, PostgreSQL %i', (version) => {
  test('each right that the login lacks is named together with the statement that gives it', async () => {
    await run(version, 'create role guest login; create database poor');

    const start = checkOwner(ownerUrl(version, 'poor', 'guest'), false);

    await expect(start).rejects.toThrow(/alter role "guest" createrole;[\s\S]*grant create on database "poor" to "guest";/);
  });

  test('the product runs under two logins that own nothing and cannot look past row-level security; a key that did not encrypt the data is refused', async () => {
    await run(version, 'create role boss login createrole; create database house owner boss');
    const url = ownerUrl(version, 'house', 'boss');
    await checkOwner(url, false);
    await migrate(url);

    await prepareRoles(url, secrets);
    const urls = await prepareRoles(url, secrets);

    const told = `select current_user as login, pg_has_role('cm_house_runtime', 'usage') as runs, rolsuper or rolbypassrls or rolcreaterole as strong
      from pg_roles where rolname = current_user`;
    expect(await ask(urls.DATABASE_API_URL, told)).toEqual({ login: 'cm_house_api', runs: true, strong: false });
    expect(await ask(urls.DATABASE_WORKER_URL, told)).toEqual({ login: 'cm_house_worker', runs: true, strong: false });
    await checkKey(url, Buffer.alloc(32, 1).toString('base64'));
    await checkKey(url, Buffer.alloc(32, 1).toString('base64'));
    await expect(checkKey(url, Buffer.alloc(32, 2).toString('base64'))).rejects.toThrow(/secret-key/);
  });
});

test('a password is stored as PostgreSQL itself would store it', async () => {
  await run(18, "create role clerk login password 'Passw0rd'");

  const { rolpassword } = (await ask(serverOf(18).urlFor('postgres'), "select rolpassword from pg_authid where rolname = 'clerk'")) as {
    rolpassword: string;
  };

  const salt = Buffer.from(/:([^$]+)\$/.exec(rolpassword)?.[1] ?? '', 'base64');
  expect(scramVerifier('Passw0rd', salt)).toBe(rolpassword);
});

test('a login that can look past row-level security is refused', async () => {
  await run(18, 'create role chief login createrole; create role cm_loose_api login bypassrls; create database loose owner chief');

  await expect(prepareRoles(ownerUrl(18, 'loose', 'chief'), secrets)).rejects.toThrow(/cm_loose_api[\s\S]*nobypassrls/);
});

test('a server that may lose what it acknowledged is refused in production', async () => {
  await run(18, 'create role lender login createrole; create database rash owner lender');

  await expect(checkOwner(ownerUrl(18, 'rash', 'lender'), true)).rejects.toThrow(/fsync/);
});

function serverOf(version: 15 | 18): PostgresServer {
  return servers.get(version) ?? expect.fail(`no server of version ${version}`);
}

function ownerUrl(version: 15 | 18, database: string, login: string): string {
  return loginUrl(serverOf(version).urlFor(database), login, 'unused');
}

async function run(version: 15 | 18, statements: string): Promise<void> {
  for (const statement of statements.split('; ')) await ask(serverOf(version).urlFor('postgres'), statement);
}

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows[0];
  } finally {
    await client.end();
  }
}
