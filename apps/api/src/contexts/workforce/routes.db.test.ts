import { createHash } from 'node:crypto';

import { given, givenAccount, test, testSecrets } from '@changming/application/testing';
import { pino } from 'pino';
import { expect } from 'vitest';

import { buildApp } from '../../app.ts';
import { cookie } from '../../testing/world.ts';

const numbers = { identityNumber: '11010519491231002X', phone: '13987654321' };

test('people are kept by version, and their numbers stand in no answer and no log but the one that was asked for', async ({
  house,
  database: { owner },
}) => {
  const { root, mill } = await given.group(owner);
  const written: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void written.push(line) });
  const app = buildApp({ house, log, secure: false });
  const account = await givenAccount(owner, { person: await given.person(owner, root), role: 'hqSafety', at: root });
  const headers = { 'content-type': 'application/json', ...(await cookie(owner, account.id)) };
  const answers: string[] = [];
  const ask = async (method: string, path: string, body?: object, over: Record<string, string> = {}) => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await app.request(`/api/v1/workforce${path}`, { method, headers: { ...headers, ...over }, ...sent });
    const text = await answer.text();
    if (!path.endsWith('unmasking')) answers.push(text);
    return { status: answer.status, etag: answer.headers.get('etag') ?? '', body: JSON.parse(text) as Record<string, string> };
  };

  const made = await ask(
    'POST',
    '/persons',
    { name: '王芳', staffNo: 'gh-1', unitId: mill.id, ...numbers },
    { 'idempotency-key': 'k1-made-once' },
  );
  const again = await ask(
    'POST',
    '/persons',
    { name: '王芳', staffNo: 'gh-1', unitId: mill.id, ...numbers },
    { 'idempotency-key': 'k1-made-once' },
  );
  const person = `/persons/${made.body['id'] ?? ''}`;
  const read = await ask('GET', person);
  const changed = {
    name: '王方',
    staffNo: 'GH-1',
    unitId: mill.id,
    sex: 'female',
    title: null,
    engagement: null,
    hiredOn: null,
    ...numbers,
  };
  const without = await ask('PUT', person, changed);
  const saved = await ask('PUT', person, changed, { 'if-match': read.etag });
  const stale = await ask('PUT', person, changed, { 'if-match': read.etag });
  const twice = await ask('POST', '/persons', { name: '另一个', unitId: mill.id, ...numbers });
  const wrong = await ask('POST', '/persons', { name: '错', unitId: mill.id, identityNumber: '110105194912310021', phone: '2398765432' });
  const found = await ask('GET', '/persons?q=gh-1');
  const unmasked = await ask('POST', `${person}/unmasking`, { field: 'identity', reason: '核对' });

  expect([made, read, without, saved, stale, twice, wrong, found, unmasked].map(({ status }) => status)).toEqual([
    201, 200, 428, 200, 412, 409, 422, 200, 200,
  ]);
  expect(again.body).toEqual(made.body);
  expect(twice.body).toMatchObject({ code: 'workforce.identity_taken', title: '此证件号已登记，请联系集团劳安部' });
  expect(wrong.body['errors']).toMatchObject([{ pointer: '#/identityNumber' }, { pointer: '#/phone' }]);
  expect(unmasked.body).toEqual({ number: numbers.identityNumber });
  expect([...answers, ...written].join('\n')).not.toMatch(/1949123100|13987654321|2398765432/);
  const asked = `POST /api/v1/workforce/persons ${JSON.stringify({ name: '王芳', staffNo: 'gh-1', unitId: mill.id, ...numbers })}`;
  const { fingerprint } = await owner.selectFrom('idempotency_keys').select('fingerprint').executeTakeFirstOrThrow();
  expect(fingerprint).toBe(testSecrets.index('asked', asked).toString('hex'));
  expect(fingerprint).not.toBe(createHash('sha256').update(asked).digest('hex'));
  expect(found.body['items']).toMatchObject([{ identity: '110***********002X', phone: '139****4321' }]);
});
