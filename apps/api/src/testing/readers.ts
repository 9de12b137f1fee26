import { randomBytes, randomUUID } from 'node:crypto';

import type { House } from '@changming/application/context';
import { digest } from '@changming/application/secrets';
import { type Given, given, givenAccount } from '@changming/application/testing';
import type { Database } from '@changming/database';
import { sql } from 'kysely';
import { pino } from 'pino';

import { buildApp } from '../app.ts';

type Unit = Given['root'];

/** A token of an analyst at `where`, narrowed to reading data and, if named, to units. */
export async function givenToken(owner: Database, where: Unit, over: object = {}): Promise<string> {
  const person = await given.person(owner, where, { staff_no: `A-${randomUUID().slice(0, 8).toUpperCase()}`, name: '分析员' });
  const account = await givenAccount(owner, { person, role: 'analyst', at: where });
  const secret = `cm_${randomBytes(32).toString('base64url')}`;
  const made = { id: randomUUID(), account_id: account.id, name: '报表', prefix: secret.slice(0, 8), secret_hash: digest(secret) };
  const lasting = { expires_on: '2026-06-30', created_at: new Date('2026-01-19T00:00:00Z'), created_by: null, used_at: null };
  await owner
    .insertInto('tokens')
    .values({ ...made, ...lasting, revoked_at: null, scopes: ['analytics.read'], unit_ids: [], ...over })
    .execute();
  return secret;
}

type Over = Readonly<Record<string, unknown>>;

/** A hazard as a row, with every sign in its text that files stumble over. */
export async function givenHazardRow(owner: Database, unit: Unit, over: Over = {}): Promise<string> {
  const id = randomUUID();
  const row: Over = {
    id,
    unit_id: unit.id,
    unit_pos: 0,
    stage: 'assigned',
    level: 'team',
    category: 'exits',
    key_area: 'fire',
    kind: 'site',
    source: 'selfCheck',
    text: '安全出口堆放布料',
    found_on: '2026-01-10',
    found_at: new Date('2026-01-10T02:00:00Z'),
    claimed_at: new Date('2026-01-10T02:00:00Z'),
    reported_at: new Date('2026-01-10T02:00:00.123Z'),
    registered_on: '2026-01-10',
    assigned_on: '2026-01-11',
    due_on: '2026-01-14',
    ...over,
  };
  await given.arranged(owner, (tx) =>
    tx
      .insertInto('hazards')
      .values(row as never)
      .execute(),
  );
  return id;
}

type Answered = { readonly status: number; readonly headers: Headers; readonly text: string };

/** Asks the API as the holder of a token; `get` reads the whole answer. */
export function askerOn(house: House) {
  const app = buildApp({ house, log: pino({ level: 'silent' }), secure: false });
  const request = (path: string, token: string, headers: Readonly<Record<string, string>> = {}) =>
    Promise.resolve(app.request(`/api/v1/analytics${path}`, { headers: { authorization: `Bearer ${token}`, ...headers } }));
  const get = async (path: string, token: string, headers: Readonly<Record<string, string>> = {}): Promise<Answered> => {
    const answer = await request(path, token, headers);
    return { status: answer.status, headers: answer.headers, text: Buffer.from(await answer.arrayBuffer()).toString('utf8') };
  };
  const json = async (path: string, token: string) => {
    const { status, text } = await get(path, token);
    return { status, ...(JSON.parse(text) as { items: Record<string, unknown>[]; next: string | null; code?: string; title?: string }) };
  };
  return { app, request, get, json };
}

/** How many statements of the house run or wait in an open transaction. */
export async function openCopies(owner: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from pg_stat_activity where datname = current_database() and query like 'copy (%' and state <> 'idle'`.execute(owner);
  return rows[0]?.count ?? 0;
}
