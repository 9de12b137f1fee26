import { Client, DatabaseError, escapeIdentifier, escapeLiteral } from 'pg';

import { scramVerifier } from './scram.ts';
import { sentences } from './sentences.ts';
import type { Secrets } from './secrets.ts';
import { StartFault } from './start-fault.ts';

export type ServerRight = 'createInDatabase' | 'createInPublic' | 'createRole' | 'grantRuntime';
export type RuntimeUrls = { readonly api: string; readonly worker: string };

/**
 * Checks, before anything is written, that the owner's login can carry the house.
 * @throws StartFault naming the version, the encoding or each missing right
 */
export async function checkOwner(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<OwnerFacts>(ownerFacts);
    const [facts] = rows;
    if (facts === undefined) return;
    if (facts.version < 150_000) throw new StartFault(sentences.databaseTooOld(facts.release));
    if (facts.encoding !== 'UTF8') throw new StartFault(sentences.databaseNotUtf8(facts.encoding));
    const missing = (['createRole', 'createInDatabase', 'createInPublic'] as const).filter((right) => !facts[right]);
    if (missing.length > 0) throw new StartFault(sentences.rightsMissing(facts.login, facts.database, missing));
  });
}

type OwnerFacts = Readonly<Record<'createRole' | 'createInDatabase' | 'createInPublic', boolean>> & {
  readonly login: string;
  readonly database: string;
  readonly version: number;
  readonly release: string;
  readonly encoding: string;
};

const ownerFacts = `select current_user as login, current_database() as database, current_setting('server_version_num')::int as version,
  current_setting('server_version') as release, current_setting('server_encoding') as encoding,
  rolcreaterole or rolsuper as "createRole",
  has_database_privilege(current_database(), 'create') as "createInDatabase",
  has_schema_privilege('public', 'create') as "createInPublic"
  from pg_roles where rolname = current_user`;

/**
 * Makes the two logins the product runs under, members of the group role the migrations made, and gives them the kept passwords.
 * @throws StartFault where a right is missing or a login could look past row-level security
 */
export async function prepareRoles(ownerUrl: string, secrets: Secrets): Promise<RuntimeUrls> {
  return asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ database: string }>('select current_database() as database');
    const house = `cm_${rows[0]?.database ?? ''}`;
    await prepareLogin(client, house, { role: `${house}_api`, password: secrets.apiPassword });
    await prepareLogin(client, house, { role: `${house}_worker`, password: secrets.workerPassword });
    return {
      api: loginUrl(ownerUrl, `${house}_api`, secrets.apiPassword),
      worker: loginUrl(ownerUrl, `${house}_worker`, secrets.workerPassword),
    };
  });
}

async function prepareLogin(client: Client, house: string, login: { role: string; password: string }): Promise<void> {
  const role = escapeIdentifier(login.role);
  const found = await client.query<{ strong: boolean }>('select rolsuper or rolbypassrls as strong from pg_roles where rolname = $1', [
    login.role,
  ]);
  if (found.rows[0]?.strong === true) throw new StartFault(sentences.roleTooStrong(login.role));
  if (found.rows.length === 0) await client.query(`create role ${role} login`);
  await client.query(`alter role ${role} login password ${escapeLiteral(scramVerifier(login.password))}`);
  await grantRuntime(client, `${house}_runtime`, login.role);
}

async function grantRuntime(client: Client, runtime: string, role: string): Promise<void> {
  const member = 'select from pg_auth_members where roleid = $1::regrole and member = $2::regrole';
  const names = [escapeIdentifier(runtime), escapeIdentifier(role)];
  if ((await client.query(member, names)).rows.length > 0) return;
  await client.query(`grant ${names[0]} to ${names[1]}`).catch(async (error: unknown) => {
    if (!(error instanceof DatabaseError) || error.code !== '42501') throw error;
    const { rows } = await client.query<{ login: string; database: string }>(
      'select current_user as login, current_database() as database',
    );
    throw new StartFault(sentences.rightsMissing(rows[0]?.login ?? '', rows[0]?.database ?? '', ['grantRuntime']));
  });
}

/** The owner's address with another login. An address without a host means the local server. */
export function loginUrl(ownerUrl: string, username: string, password: string): string {
  const url = new URL(ownerUrl);
  if (url.host === '') url.host = 'localhost';
  return Object.assign(url, { username, password }).href;
}

export async function asOwner<T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect().catch((error: Error) => {
    throw new StartFault(sentences.databaseUnreachable(error.message), { cause: error });
  });
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
