import { type Client, DatabaseError, escapeIdentifier, escapeLiteral } from 'pg';

import { asOwner } from './as-owner.ts';
import { scramVerifier } from './scram.ts';
import { sentences } from './sentences.ts';
import type { Secrets } from './secrets.ts';
import { StartFault } from './start-fault.ts';

export type RuntimeUrls = { readonly DATABASE_API_URL: string; readonly DATABASE_WORKER_URL: string };

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
      DATABASE_API_URL: loginUrl(ownerUrl, `${house}_api`, secrets.apiPassword),
      DATABASE_WORKER_URL: loginUrl(ownerUrl, `${house}_worker`, secrets.workerPassword),
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
