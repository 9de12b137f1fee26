import { given, houseAt, test, testSecrets } from '@changming/application/testing';
import { hashPassword } from '@changming/application/access';
import { kindsOf } from '@changming/domain/access';
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { describe, expect } from 'vitest';

import { buildApp } from './app.ts';

const log = pino({ level: 'silent' });

describe('signing in', () => {
  test('opens a session that carries the grants, and nothing else does', async ({ house, database: { owner } }) => {
    const { mill } = await given.group(owner);
    const app = buildApp({ house, log, secure: false });
    const person = await given.person(owner, mill, { staff_no: 'GH10001' });
    const accountId = randomUUID();
    await given.arranged(owner, async (tx) => {
      const made = { id: accountId, person_id: person.id, password_hash: await hashPassword('Lamp-2026'), must_change_password: false };
      await tx
        .insertInto('accounts')
        .values({ ...made, password_changed_at: new Date('2026-01-19'), created_at: new Date('2026-01-19') })
        .execute();
      for (const kind of kindsOf('safetyOfficer'))
        await tx
          .insertInto('grants')
          .values({
            id: randomUUID(),
            account_id: accountId,
            role: 'safetyOfficer',
            kind,
            unit_id: mill.id,
            from_on: '2026-01-01',
            granted_at: new Date(),
          })
          .execute();
    });
    const post = (password: string) =>
      app.request('/api/v1/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ login: 'gh10001', password }),
      });

    const wrong = await post('Lamp-2025');
    const right = await post('Lamp-2026');
    const cookie = right.headers.get('set-cookie')?.split(';')[0] ?? '';
    const me = await app.request('/api/v1/me', { headers: { cookie } });
    const units = await app.request('/api/v1/units', { headers: { cookie } });

    expect([wrong.status, right.status, me.status, units.status]).toEqual([401, 204, 200, 200]);
    expect(await wrong.json()).toMatchObject({ code: 'access.wrong_credentials', title: '账号或密码不正确' });
    expect(await me.json()).toMatchObject({ person: { name: '王芳', unit: '东城一厂' }, roles: ['safetyOfficer'] });
    expect(await units.json()).toMatchObject({ items: [{ name: '东城一厂', hasChildren: true }] });
    expect((await app.request('/api/v1/units')).status).toBe(401);
    const out = await app.request('/api/v1/session', { method: 'DELETE', headers: { cookie } });
    expect(out.status).toBe(204);
    expect((await app.request('/api/v1/me', { headers: { cookie } })).status).toBe(401);
  });
});

describe('a request', () => {
  test('that is malformed, deep, foreign or unknown is answered with a problem', async ({ house }) => {
    const app = buildApp({ house, log, secure: false });
    const post = (body: string, headers: Record<string, string> = {}) =>
      app.request('/api/v1/session', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

    const answers = [
      await post('{'),
      await post('['.repeat(200)),
      await post('{}', { origin: 'https://elsewhere.example' }),
      await post('{}', { 'content-type': 'text/plain' }),
      await post('{"login":"a","password":"b","role":"hqSafety"}'),
      await post(`{"login":"a\\u0000","password":"b"}`),
      await app.request('/api/v1/nothing'),
    ];

    expect(answers.map((each) => each.status)).toEqual([400, 422, 403, 415, 422, 422, 404]);
    for (const each of answers) expect(each.headers.get('content-type')).toBe('application/problem+json');
  });
});

test('a house at another instant knows another today', async ({ database }) => {
  const later = houseAt(database, '2027-05-01T00:00:00Z');

  expect(later.clock.today()).toBe('2027-05-01');
  expect(testSecrets.open(testSecrets.seal('13900000000'))).toBe('13900000000');
  await later.close();
});
