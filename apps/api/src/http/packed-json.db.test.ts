import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

import type { House } from '@changming/application/context';
import { given, givenAccount, test } from '@changming/application/testing';
import type { Database } from '@changming/database';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { pino } from 'pino';
import { describe, expect } from 'vitest';

import { buildApp } from '../app.ts';
import { cookie } from '../testing/world.ts';
import type { ApiEnv } from './env.ts';
import { packedJson } from './packed-json.ts';

const persons = '/api/v1/workforce/persons?limit=100';
const packing = { 'accept-encoding': 'gzip, deflate, br' };

/** The product with forty persons and their accounts, and one session that may read both. */
async function givenApp(house: House, owner: Database) {
  const { root } = await given.group(owner);
  const held = [];
  for (const role of ['hqSafety', 'systemAdmin', ...Array.from({ length: 38 }, () => 'worker' as const)] as const) {
    const person = await given.person(owner, root, { staff_no: `GH${held.length}` });
    held.push(await givenAccount(owner, { person, role, at: root }));
  }
  const [safety, admin] = [await cookie(owner, held[0]?.id ?? ''), await cookie(owner, held[1]?.id ?? '')];
  return { app: buildApp({ house, log: pino({ level: 'silent' }), secure: false }), safety, admin };
}

test('long JSON is packed for whoever accepts it, and what tells who somebody is is not', async ({ house, database: { owner } }) => {
  const { app, safety, admin } = await givenApp(house, owner);
  const ask = async (path: string, headers: Record<string, string>, method = 'GET') => {
    const answer = await app.request(path, { method, headers });
    const { status, headers: told } = answer;
    const bytes = Buffer.from(await answer.arrayBuffer());
    return { status, encoding: told.get('content-encoding'), vary: told.get('vary'), type: told.get('content-type'), bytes };
  };
  const rows = ({ bytes }: { readonly bytes: Buffer }) => JSON.parse(bytes.toString()) as { items: unknown[] };

  const plain = await ask(persons, safety);
  expect(plain).toMatchObject({ status: 200, encoding: null, vary: 'accept-encoding', type: 'application/json' });
  expect(rows(plain).items).toHaveLength(40);
  for (const refusing of [{ 'accept-encoding': 'br' }, { 'accept-encoding': 'gzip;q=0, br' }])
    expect(await ask(persons, { ...safety, ...refusing })).toEqual(plain);

  const packed = await ask(persons, { ...safety, ...packing });
  expect(packed).toMatchObject({ status: 200, encoding: 'gzip', vary: 'accept-encoding', type: 'application/json' });
  expect(gunzipSync(packed.bytes)).toEqual(plain.bytes);
  expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 3);

  const short = await ask('/api/v1/workforce/persons?limit=1', { ...safety, ...packing });
  expect([short.encoding, rows(short).items.length]).toEqual([null, 1]);
  expect(await ask(persons, { ...safety, ...packing }, 'HEAD')).toEqual({ ...plain, bytes: Buffer.alloc(0) });
  expect(await ask(persons, packing)).toMatchObject({ status: 401, encoding: null, type: 'application/problem+json' });

  const accounts = await ask('/api/v1/accounts?limit=100', { ...admin, ...packing });
  expect([accounts.encoding, rows(accounts).items.length > 30, accounts.bytes.length > 4096]).toEqual([null, true, true]);
});

test('on a real connection the length is that of what is sent', async ({ house, database: { owner } }) => {
  const { id } = await owner
    .selectFrom('accounts')
    .innerJoin('grants', 'grants.account_id', 'accounts.id')
    .select('accounts.id')
    .where('role', '=', 'hqSafety')
    .executeTakeFirstOrThrow();
  const app = buildApp({ house, log: pino({ level: 'silent' }), secure: false });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((open) => server.once('listening', open));
  const { port } = server.address() as AddressInfo;
  const headers = { ...(await cookie(owner, id)), ...packing };

  const came = await new Promise<IncomingMessage>((heard, failed) => {
    get({ port, path: persons, headers, agent: false }, heard).on('error', failed);
  });
  const bytes = Buffer.concat(await came.toArray());
  server.close();

  expect(came.headers['content-length']).toBe(String(bytes.length));
  expect(JSON.parse(gunzipSync(bytes).toString())).toMatchObject({ next: null });
});

describe('what is not a long answer to a question', () => {
  const long = { text: '隐患'.repeat(2000) };
  const app = new Hono<ApiEnv>();
  app.use(packedJson);
  app.get('/record', (c) => {
    c.header('etag', '"3"');
    return c.json(long, 200, { 'x-kind': 'record' });
  });
  app.post('/record', (c) => c.json(long, 201));
  app.get('/rows', (c) => c.body(JSON.stringify(long), 200, { 'content-type': 'application/x-ndjson' }));
  app.get('/same', (c) => c.body(null, 304, { etag: '"3"' }));

  test.each([
    ['GET', '/record', 200, 'gzip'],
    ['POST', '/record', 201, null],
    ['GET', '/rows', 200, null],
    ['GET', '/same', 304, null],
  ])('%s %s is answered %i, packed as %s', async (method, path, status, encoding) => {
    const answer = await app.request(path, { method, headers: packing });

    expect([answer.status, answer.headers.get('content-encoding')]).toEqual([status, encoding]);
  });

  test('the tag of a version stays what it is, and so do other headers', async () => {
    const { headers } = await app.request('/record', { headers: packing });

    expect([headers.get('etag'), headers.get('x-kind'), headers.get('content-type')]).toEqual(['"3"', 'record', 'application/json']);
  });
});
