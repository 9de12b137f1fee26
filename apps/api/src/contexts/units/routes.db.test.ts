import { type Given, given, givenAccount, givenPassword, test } from '@changming/application/testing';
import type { House } from '@changming/application/context';
import { pino } from 'pino';
import { describe, expect } from 'vitest';

import { buildApp } from '../../app.ts';

const why = { on: '2026-01-15', reason: '机构调整' };
const profile = { headcount: 300, province: '山东', industry: 'C18', flags: ['hasBoiler'] };
let units: Given;

/** What somebody signed in gets: status, ETag and body of each answer. */
async function signedIn(house: House, login: string) {
  const app = buildApp({ house, log: pino({ level: 'silent' }), secure: false });
  const call = async (method: string, path: string, body?: object, headers: Record<string, string> = {}) => {
    const carried = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await app.request(`/api/v1${path}`, { method, headers: { 'content-type': 'application/json', ...headers }, ...carried });
    const text = await answer.text();
    return {
      status: answer.status,
      etag: answer.headers.get('etag'),
      cookie: answer.headers.get('set-cookie'),
      body: text && JSON.parse(text),
    };
  };
  const session = await call('POST', '/session', { login, password: givenPassword });
  const cookie = session.cookie?.split(';')[0] ?? '';
  return (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
    call(method, path, body, { cookie, ...headers });
}

describe('the units of the API', () => {
  test('change their profile only from the version that was read', async ({ house, database: { owner } }) => {
    units = await given.group(owner);
    await givenAccount(owner, { person: await given.person(owner, units.root, { staff_no: 'HQ1' }), role: 'hqSafety', at: units.root });
    const call = await signedIn(house, 'HQ1');
    const path = `/units/${units.mill.id}`;
    const put = (headers: Record<string, string>) => call('PUT', `${path}/profile`, { shortNames: ['一厂'], profile }, headers);

    const read = await call('GET', path);
    const statuses = [
      await put({}),
      await put({ 'if-match': '"7"' }),
      await put({ 'if-match': 'x' }),
      await put({ 'if-match': read.etag ?? '' }),
    ];
    const again = await put({ 'if-match': read.etag ?? '' });

    expect([read.etag, ...statuses.map(({ status }) => status), again.status]).toEqual(['"1"', 428, 412, 412, 200, 412]);
    expect(statuses.at(-1)).toMatchObject({ etag: '"2"', body: { version: 2 } });
    expect((await call('GET', path)).body).toMatchObject({ profile, version: 2 });
  });

  test('are renamed, moved, split, merged and closed, and tell it', async ({ house }) => {
    const call = await signedIn(house, 'HQ1');
    const { root, west, mill, farMill, workshop } = units;

    const renamed = await call('POST', `/units/${mill.id}/renaming`, { name: '东城新厂', ...why });
    const moved = await call('POST', `/units/${mill.id}/move`, { parentId: west.id, ...why });
    const split = await call('POST', `/units/${mill.id}/split`, {
      parts: [{ code: 'N-2', name: '东城二厂', childIds: [workshop.id] }],
      ...why,
    });
    const merged = await call('POST', `/units/${farMill.id}/merger`, { intoId: mill.id, ...why });
    const closed = await call('POST', `/units/${workshop.id}/closing`, { ...why });
    const today = await call('GET', `/units?parentId=${west.id}`);
    const then = await call('GET', `/units?parentId=${west.id}&on=2026-01-14`);
    const before = await call('GET', `/units?parentId=${west.id}&knownAt=${encodeURIComponent('2026-01-19T00:00:00+08:00')}`);
    const changes = await call('GET', `/units/${mill.id}/changes`);

    expect([renamed, moved, split, merged, closed].map(({ status }) => status)).toEqual([200, 200, 201, 200, 200]);
    const names = ({ body }: { body: { items: { name: string }[] } }) => body.items.map(({ name }) => name);
    expect([names(today), names(then), names(before)]).toEqual([['东城新厂', '东城二厂'], ['西岭一厂'], ['西岭一厂']]);
    expect((await call('GET', `/units/${mill.id}?on=2026-01-14`)).body).toMatchObject({ name: '东城一厂', path: [{ id: root.id }, {}] });
    expect(changes.body.items.map(({ act }: { act: string }) => act).toSorted()).toEqual(['move', 'rename', 'split']);
  });

  test('answer bad input, strangers and other branches with a problem', async ({ house, database: { owner } }) => {
    await givenAccount(owner, {
      person: await given.person(owner, units.east, { staff_no: 'EA1' }),
      role: 'safetyOfficer',
      at: units.east,
    });
    const call = await signedIn(house, 'EA1');
    const nobody = await signedIn(house, 'no such login');
    const move = `/units/${units.mill.id}/move`;

    const answers = [
      await call('GET', `/units/${units.west.id}`),
      await call('GET', `/units/${units.east.id}?on=2026-02-30`),
      await call('GET', '/units?knownAt=yesterday'),
      await call('POST', move, { parentId: units.east.id, ...why }),
      await call('POST', move, { parentId: units.east.id, ...why, version: 1 }),
      await nobody('GET', '/units'),
    ];

    expect(answers.map(({ status }) => status)).toEqual([404, 422, 422, 403, 422, 401]);
  });
});
