import { createHash } from 'node:crypto';

import { type Given, given, givenAccount, givenPassword, houseAt, test } from '@changming/application/testing';
import { issueToken, operator, revokeToken } from '@changming/application/access';
import type { House } from '@changming/application/context';
import { sql } from 'kysely';
import { pino } from 'pino';
import { describe, expect } from 'vitest';

import { buildApp } from '../../app.ts';

type Headers = Record<string, string>;
let units: Given;
const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile/15E148 Safari/604.1';

function appOn(house: House) {
  const app = buildApp({ house, log: pino({ level: 'silent' }), secure: false });
  const get = (path: string, headers: Headers = {}) => app.request(`/api/v1${path}`, { headers });
  const send = (method: string, path: string, { body, ...headers }: Headers & { body?: string } = {}) =>
    app.request(`/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body }),
    });
  const signIn = async (login: string, password = givenPassword) => {
    const answer = await send('POST', '/session', { body: JSON.stringify({ login, password }) });
    return answer.headers.get('set-cookie')?.split(';')[0] ?? `${answer.status}`;
  };
  return { app, get, send, signIn };
}

describe('a session', () => {
  const begun = Date.parse('2026-01-20T02:00:00Z');
  const clock = (hours: number, minutes: number, seconds: number) => ((hours * 60 + minutes) * 60 + seconds) * 1000;
  const statusAt = async (database: Parameters<typeof houseAt>[0], cookie: string, [after, idle]: readonly [number, string?]) => {
    const then = houseAt(database, new Date(begun + after).toISOString());
    const { status } = await appOn(then).get('/me', { cookie, ...(idle === undefined ? {} : { 'idle-seconds': idle }) });
    await then.close();
    return status;
  };

  test('on a computer ends half an hour after its last use and twelve hours after its first', async ({ house, database }) => {
    units = await given.group(database.owner);
    await givenAccount(database.owner, {
      person: await given.person(database.owner, units.mill, { staff_no: 'GH60' }),
      role: 'safetyOfficer',
      at: units.mill,
    });
    const { signIn } = appOn(house);
    const [used, unused, busy] = [await signIn('GH60'), await signIn('GH60'), await signIn('GH60')];
    const said = (cookie: string, after: number) => statusAt(database, cookie, [after]);

    expect([await said(used, clock(0, 29, 59)), await said(unused, clock(0, 30, 0))]).toEqual([200, 401]);
    expect([await said(used, clock(0, 59, 58)), await said(used, clock(1, 29, 58))]).toEqual([200, 401]);
    for (let minutes = 29; minutes < 12 * 60; minutes += 29)
      expect([minutes, await said(busy, clock(0, minutes, 0))]).toEqual([minutes, 200]);
    expect([await said(busy, clock(11, 59, 59)), await said(busy, clock(12, 0, 0))]).toEqual([200, 401]);
  });

  test('is not kept alive by a page that asks by itself: what counts is when somebody last touched it', async ({ house, database }) => {
    const [left, typing] = [await appOn(house).signIn('GH60'), await appOn(house).signIn('GH60')];

    for (let minute = 1; minute < 30; minute += 4)
      expect([minute, await statusAt(database, left, [clock(0, minute, 0), `${minute * 60}`])]).toEqual([minute, 200]);
    expect(await statusAt(database, left, [clock(0, 30, 0), '1800'])).toBe(401);
    expect(await statusAt(database, typing, [clock(0, 25, 0), '300'])).toBe(200);
    expect(await statusAt(database, typing, [clock(0, 49, 59), '1799'])).toBe(200);
    expect(await statusAt(database, typing, [clock(0, 50, 0), '1800'])).toBe(401);
  });

  test('stays used as late as its latest touch, though an older page of the person asks at the same time', async ({ house, database }) => {
    const cookie = await appOn(house).signIn('GH60');
    const secret = createHash('sha256').update(cookie.split('=')[1] ?? '');
    const [touched, hash] = [new Date(begun + clock(0, 20, 0)), secret.digest()];
    const old = await database.owner.transaction().execute(async (tx) => {
      await tx.updateTable('sessions').set({ seen_at: touched }).where('secret_hash', '=', hash).execute();
      const asking = statusAt(database, cookie, [clock(0, 20, 0), '600']);
      await expect.poll(async () => (await sql`select from pg_locks where not granted`.execute(tx)).rows.length).toBeGreaterThan(0);
      return [asking] as const;
    });

    expect(await old[0]).toBe(200);
    const kept = await database.owner.selectFrom('sessions').select('seen_at').where('secret_hash', '=', hash).executeTakeFirst();
    expect(kept?.seen_at).toEqual(touched);
  });

  test('on a phone ends twelve hours after its last use and a week after its first; the page of phones on a computer is no phone', async ({
    house,
    database,
  }) => {
    const enter = async (from: Headers) => {
      const body = JSON.stringify({ login: 'GH60', password: givenPassword, entry: 'phone' });
      return (await appOn(house).send('POST', '/session', { body, ...from })).headers.get('set-cookie')?.split(';')[0] ?? '';
    };
    const [idle, busy, computer] = [await enter({ 'user-agent': iPhone }), await enter({ 'sec-ch-ua-mobile': '?1' }), await enter({})];
    const said = (cookie: string, after: number) => statusAt(database, cookie, [after]);

    expect([await said(computer, clock(0, 29, 59)), await said(computer, clock(0, 59, 59))]).toEqual([200, 401]);
    expect([await said(idle, clock(11, 59, 59)), await said(idle, clock(23, 59, 59))]).toEqual([200, 401]);
    for (let hour = 11; hour < 168; hour += 11) expect([hour, await said(busy, clock(hour, 0, 0))]).toEqual([hour, 200]);
    expect([await said(busy, clock(167, 59, 59)), await said(busy, clock(168, 0, 0))]).toEqual([200, 401]);
  });

  test('of a new account is good for nothing but its own password', async ({ house, database: { owner } }) => {
    const over = { must_change_password: true };
    await givenAccount(owner, {
      person: await given.person(owner, units.mill, { staff_no: 'GH61' }),
      role: 'safetyOfficer',
      at: units.mill,
      over,
    });
    const { get, send, signIn } = appOn(house);
    const cookie = await signIn('GH61');

    expect([(await get('/units', { cookie })).status, (await get('/me', { cookie })).status]).toEqual([403, 200]);
    const body = JSON.stringify({ current: givenPassword, next: 'Dawn-2026-1' });
    expect((await send('POST', '/me/password', { cookie, body })).status).toBe(204);
    expect((await get('/units', { cookie })).status).toBe(200);
  });

  test('is ended from another one of the same account, and not by anybody else', async ({ house }) => {
    const { get, send, signIn } = appOn(house);
    const [mine, other] = [await signIn('GH60'), await signIn('GH60')];
    const stranger = await signIn('GH61', 'Dawn-2026-1');
    const { items } = (await (await get('/me/sessions', { cookie: mine })).json()) as { items: { id: string; current: boolean }[] };
    const present = (await (await get('/me/sessions', { cookie: other })).json()) as { items: typeof items };
    const target = present.items.find(({ current }) => current)?.id ?? '';

    expect((await send('DELETE', `/me/sessions/${target}`, { cookie: stranger })).status).toBe(404);
    expect((await send('DELETE', `/me/sessions/${target}`, { cookie: mine })).status).toBe(204);
    expect([(await get('/me', { cookie: other })).status, (await get('/me', { cookie: mine })).status]).toEqual([401, 200]);
    expect(items.length).toBeGreaterThanOrEqual(2);
  });
});

describe('a token', () => {
  test('is taken from the header, as Bearer or as the Basic password, and never from the address', async ({
    house,
    database: { owner },
  }) => {
    const account = await givenAccount(owner, {
      person: await given.person(owner, units.mill, { staff_no: 'GH62' }),
      role: 'safetyOfficer',
      at: units.mill,
    });
    const wanted = { accountId: account.id, name: '对接', scopes: ['units.read' as const], unitIds: [], expiresOn: '2026-06-30' };
    const { secret } = await issueToken(house.callerFor(operator('securityAdmin')), wanted);
    const { get, send } = appOn(house);
    const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });
    const units200 = async (headers: Headers) => (await get('/units', headers)).status;

    expect(await units200({ authorization: `Bearer ${secret}` })).toBe(200);
    expect([await units200(basic(`analyst:${secret}`)), await units200(basic(`:${secret}`))]).toEqual([200, 200]);
    expect([
      await units200(basic(`${secret}:`)),
      await units200(basic('analyst:Lamp-2026')),
      await units200({ authorization: secret }),
    ]).toEqual([401, 401, 401]);
    for (const name of ['token', 'access_token', 'authorization', 'cm_session']) {
      expect([name, (await get(`/me?${name}=${secret}`)).status]).toEqual([name, 401]);
      expect([name, (await get(`/units?${name}=${secret}`)).status]).toEqual([name, 401]);
    }
    expect((await get('/units/search?q=a', { authorization: `Bearer ${secret}` })).status).toBe(200);
    expect((await get('/me', { authorization: `Bearer ${secret}` })).status).toBe(200);
    const own = await send('POST', '/me/totp', { authorization: `Bearer ${secret}`, body: JSON.stringify({ password: givenPassword }) });
    expect([own.status, await own.json()]).toMatchObject([403, { code: 'access.session_only' }]);
  });
});

describe('a token that opens nothing', () => {
  const saidTo = async (house: House, headers: Headers) =>
    ((await (await appOn(house).get('/units', headers)).json()) as { code: string }).code;
  const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });

  test('is told so, and not to sign in; whether it was ever issued is told to nobody', async ({ house, database }) => {
    const account = await givenAccount(database.owner, {
      person: await given.person(database.owner, units.mill, { staff_no: 'GH69' }),
      role: 'safetyOfficer',
      at: units.mill,
    });
    const security = house.callerFor(operator('securityAdmin'));
    const wanted = { accountId: account.id, name: '对接', scopes: ['units.read' as const], unitIds: [], expiresOn: '2026-01-25' };
    const [expiring, revoked] = [await issueToken(security, wanted), await issueToken(security, wanted)];
    await revokeToken(security, { tokenId: revoked.id });
    const later = houseAt(database, '2026-01-26T02:00:00Z');
    const never = `cm_${'a'.repeat(43)}`;

    for (const authorization of [`Bearer ${never}`, `Bearer ${revoked.secret}`, `Bearer ${expiring.secret.slice(0, 15)}`, 'Bearer'])
      expect([authorization, await saidTo(house, { authorization })]).toEqual([authorization, 'access.token_invalid']);
    expect(await saidTo(house, basic(`excel:${never}`))).toBe('access.token_invalid');
    expect(await saidTo(later, { authorization: `Bearer ${expiring.secret}` })).toBe('access.token_expired');
    expect(await saidTo(house, basic('proxy:Lamp-2026'))).toBe('access.not_signed_in');
    expect(await saidTo(house, {})).toBe('access.not_signed_in');
    await later.close();
  });
});

describe('over HTTP', () => {
  test('a shared phone is paired by its code and then serves 工号 and PIN', async ({ house, database: { owner } }) => {
    const { send, get, signIn } = appOn(house);
    await givenAccount(owner, { role: 'systemAdmin', at: units.root, over: { login: 'sys' } });
    const admin = await signIn('sys');
    const pin = await send('POST', '/me/pin', {
      cookie: await signIn('GH60'),
      body: JSON.stringify({ password: givenPassword, pin: '802615' }),
    });
    const added = await send('POST', '/shared-devices', {
      cookie: admin,
      body: JSON.stringify({ unitId: units.mill.id, name: '一厂手机' }),
    });
    const { pairing } = (await added.json()) as { pairing: string };

    const paired = await send('POST', '/shared-devices/pairing', { body: JSON.stringify({ pairing }) });
    const device = paired.headers.get('set-cookie')?.split(';')[0] ?? '';
    const entered = await send('POST', '/session/pin', { cookie: device, body: JSON.stringify({ staffNo: 'GH60', pin: '802615' }) });
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';

    expect([pin.status, added.status, paired.status, entered.status]).toEqual([204, 201, 200, 204]);
    expect(await (await get('/me/sessions', { cookie })).json()).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ shared: true, entry: 'phone', current: true })]),
    });
  });

  test('a slip is not kept for a repeated request', async ({ house, database: { owner } }) => {
    const { send, signIn } = appOn(house);
    const { id } = await given.person(owner, units.mill, { staff_no: 'GH63' });
    const body = JSON.stringify({ personIds: [id] });
    const headers = { cookie: await signIn('sys'), 'idempotency-key': 'slips-0001', body };

    const [first, second] = [await send('POST', '/accounts', headers), await send('POST', '/accounts', headers)];

    expect([first.status, second.status]).toEqual([201, 409]);
    const { slips } = (await first.json()) as { slips: { password: string }[] };
    expect(JSON.stringify(await owner.selectFrom('idempotency_keys').selectAll().execute())).not.toContain(slips[0]?.password);
  });

  test('the password rules are changed from the version that was read', async ({ house }) => {
    const { send, get, signIn } = appOn(house);
    const cookie = await signIn('sys');
    const etag = (await get('/access/settings', { cookie })).headers.get('etag') ?? '';
    const put = async (headers: Headers) =>
      (await send('PUT', '/access/settings', { cookie, body: '{"passwordProfile":"asvs"}', ...headers })).status;

    expect([await put({}), await put({ 'if-match': '"999"' }), await put({ 'if-match': 'any' }), await put({ 'if-match': etag })]).toEqual([
      428, 412, 412, 200,
    ]);
  });

  test('a body without a length is counted while it comes', async ({ house }) => {
    const { app } = appOn(house);
    const pieces = (count: number) =>
      new ReadableStream({
        start(stream) {
          for (let at = 0; at < count; at += 1) stream.enqueue(new TextEncoder().encode(' '.repeat(64 * 1024)));
          stream.enqueue(new TextEncoder().encode('{}'));
          stream.close();
        },
      });
    const send = (count: number) =>
      app.request('/api/v1/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: pieces(count),
        duplex: 'half',
      });

    expect([(await send(17)).status, (await send(1)).status]).toEqual([413, 422]);
  });

  test('an administrator of one branch sees the other one not at all', async ({ house, database: { owner } }) => {
    await givenAccount(owner, { role: 'systemAdmin', at: units.west, over: { login: 'westsys' } });
    const { get, signIn } = appOn(house);
    const cookie = await signIn('westsys');
    const near = await owner.selectFrom('accounts').select('id').where('unit_id', '=', units.mill.id).limit(1).executeTakeFirstOrThrow();

    expect((await get(`/accounts/${near.id}`, { cookie })).status).toBe(404);
    expect(await (await get('/accounts', { cookie })).json()).toEqual({ items: [], next: null, tooMany: false });
  });
});
