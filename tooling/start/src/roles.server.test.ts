import { join } from 'node:path';

import { migrate } from '@changming/database/migrate';
import { launchPostgres, type PostgresServer } from '@changming/database/server';
import { Client } from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';

import { loginUrl, prepareRoles } from './roles.ts';
import { checkKey } from './check-key.ts';
import { checkOwner } from './check-owner.ts';
import { scramVerifier } from './scram.ts';
import { givenFolder } from './testing/folder.ts';

const secrets = { secretKey: '', apiPassword: 'api password', workerPassword: 'worker password' };

describe.each([15, 18] as const)('on an own server, PostgreSQL %i', (version) => {
  test('each right that the login lacks is named together with the statement that gives it', async () => {
    const server = await givenServer(version);
    await run(server, 'create role boss login; create database house');

    const start = checkOwner(ownerUrl(server), false);

    await expect(start).rejects.toThrow(/alter role "boss" createrole;[\s\S]*grant create on database "house" to "boss";/);
  });

  test('the product runs under two logins that own nothing and cannot look past row-level security', async () => {
    const server = await givenServer(version);
    await run(server, 'create role boss login createrole; create database house owner boss');
    await checkOwner(ownerUrl(server), false);
    await migrate(ownerUrl(server));

    await prepareRoles(ownerUrl(server), secrets);
    const urls = await prepareRoles(ownerUrl(server), secrets);

    const told = `select current_user as login, pg_has_role('cm_house_runtime', 'usage') as runs, rolsuper or rolbypassrls or rolcreaterole as strong
      from pg_roles where rolname = current_user`;
    expect(await ask(urls.DATABASE_API_URL, told)).toEqual({ login: 'cm_house_api', runs: true, strong: false });
    expect(await ask(urls.DATABASE_WORKER_URL, told)).toEqual({ login: 'cm_house_worker', runs: true, strong: false });
  });
});

test('a password is stored as PostgreSQL itself would store it', async () => {
  const server = await givenServer(18);
  await run(server, "create role clerk login password 'Passw0rd'");

  const { rolpassword } = (await ask(server.urlFor('postgres'), "select rolpassword from pg_authid where rolname = 'clerk'")) as {
    rolpassword: string;
  };

  const salt = Buffer.from(/:([^$]+)\$/.exec(rolpassword)?.[1] ?? '', 'base64');
  expect(scramVerifier('Passw0rd', salt)).toBe(rolpassword);
});

test('a login that can look past row-level security is refused', async () => {
  const server = await givenServer(18);
  await run(server, 'create role boss login createrole; create role cm_house_api login bypassrls; create database house owner boss');

  await expect(prepareRoles(ownerUrl(server), secrets)).rejects.toThrow(/cm_house_api[\s\S]*nobypassrls/);
});

test('a server that may lose what it acknowledged is refused in production', async () => {
  const server = await givenServer(18);
  await run(server, 'create role boss login createrole; create database house owner boss');

  await expect(checkOwner(ownerUrl(server), true)).rejects.toThrow(/fsync/);
});

test('a key that did not encrypt the data is refused', async () => {
  const server = await givenServer(18);
  await run(server, 'create role boss login createrole; create database house owner boss');
  await migrate(ownerUrl(server));
  await checkKey(ownerUrl(server), Buffer.alloc(32, 1).toString('base64'));
  await checkKey(ownerUrl(server), Buffer.alloc(32, 1).toString('base64'));

  await expect(checkKey(ownerUrl(server), Buffer.alloc(32, 2).toString('base64'))).rejects.toThrow(/secret-key/);
});

function ownerUrl(server: PostgresServer): string {
  return loginUrl(server.urlFor('house'), 'boss', 'unused');
}

async function givenServer(version: 15 | 18): Promise<PostgresServer> {
  const server = await launchPostgres({ dataDir: join(await givenFolder(), 'postgres'), version, durable: false });
  onTestFinished(() => server.stop());
  return server;
}

async function run(server: PostgresServer, statements: string): Promise<void> {
  for (const statement of statements.split('; ')) await ask(server.urlFor('postgres'), statement);
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
