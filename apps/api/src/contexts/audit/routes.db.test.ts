import { given, type Given, givenAccount, givenPassword, test as onHouse } from '@changming/application/testing';
import * as contract from '@changming/contract/audit';
import { pino } from 'pino';
import { describe, expect } from 'vitest';

import { buildApp } from '../../app.ts';

const test = onHouse.extend<{ group: Given }>({
  group: [
    async ({ database: { owner } }, use) => {
      const group = await given.group(owner);
      await givenAccount(owner, { role: 'hqSafety', at: group.root, over: { login: 'hq' } });
      await givenAccount(owner, { role: 'auditAdmin', at: group.root, over: { login: 'auditor' } });
      await givenAccount(owner, { role: 'safetyOfficer', at: group.east, over: { login: 'east' } });
      await givenAccount(owner, { role: 'safetyOfficer', at: group.west, over: { login: 'west' } });
      await use(group);
    },
    { scope: 'file' },
  ],
});

describe('the trail over the wire', () => {
  test('is searched by the auditor and read of one record by its unit, as the contract says', async ({ house, group: { mill } }) => {
    const app = buildApp({ house, log: pino({ level: 'silent' }), secure: false });
    const send = (path: string, cookie: string, body?: object) =>
      app.request(`/api/v1${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    const signIn = async (login: string) =>
      (await send('/session', '', { login, password: givenPassword })).headers.get('set-cookie')?.split(';')[0] ?? '';
    const unit = { parentId: mill.id, code: 'CJ-7', name: '裁剪七车间', kind: 'workshop', on: '2026-01-10', reason: '新建' };
    const { id } = (await (await send('/units', await signIn('hq'), unit)).json()) as { id: string };
    const [auditor, near, far] = [await signIn('auditor'), await signIn('east'), await signIn('west')];
    const trailOf = async (path: string, cookie: string) =>
      contract.readRecordTrail.responses[200].content['application/json'].schema.parse(await (await send(path, cookie)).json());

    const all = await trailOf('/audit/trail?verb=units.create&limit=1', auditor);
    const record = await trailOf(`/audit/records/${id}/trail`, near);

    expect(all.items).toMatchObject([{ subjectId: id, via: 'session', accountId: expect.any(String) }]);
    expect(record.items).toEqual(all.items.map((each) => ({ ...each, accountId: null })));
    expect((await trailOf(`/audit/records/${id}/trail`, far)).items).toEqual([]);
    const first = await trailOf('/audit/trail?limit=2', auditor);
    const second = await trailOf(`/audit/trail?limit=2&after=${encodeURIComponent(first.next ?? '')}`, auditor);
    expect(second.items.filter((each) => first.items.some((other) => other.id === each.id))).toEqual([]);
    expect(contract.sealing.parse(await (await send('/audit/sealing', auditor)).json())).toMatchObject({ checkpoint: null });
    const refused = ['/audit/trail', '/audit/sealing', '/audit/trail?after=~', '/audit/trail?verb=%27'];
    expect(await Promise.all(refused.map(async (path, at) => (await send(path, at < 2 ? near : auditor)).status))).toEqual([
      403, 403, 422, 422,
    ]);
  });

  test('names whose account signed in, and for the auditor the account at which somebody tried in vain', async ({
    house,
    group: { east },
    database: { owner },
  }) => {
    const person = await given.person(owner, east, { name: '周登录', staff_no: 'GH77' });
    const { id } = await givenAccount(owner, { role: 'worker', at: east, person });
    const app = buildApp({ house, log: pino({ level: 'silent' }), secure: false });
    const said = async (login: string, password: string) =>
      (
        await app.request('/api/v1/session', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ login, password }),
        })
      ).headers
        .get('set-cookie')
        ?.split(';')[0] ?? '';
    const read = async (path: string, cookie: string) => {
      const answer = await app.request(`/api/v1${path}`, { headers: { cookie } });
      return contract.readRecordTrail.responses[200].content['application/json'].schema.parse(await answer.json()).items;
    };
    await said('GH77', 'not-her-password');
    await said('my-secret-password', 'my-secret-password');
    await said('GH77', givenPassword);
    const [auditor, officer] = [await said('auditor', givenPassword), await said('east', givenPassword)];

    const whole = await read(`/audit/trail?subjectId=${id}`, auditor);
    const record = await read(`/audit/records/${id}/trail`, officer);

    const refused = { verb: 'access.signIn', person: null, accountId: null, after: { refused: 'access.wrong_credentials' } };
    expect(whole).toHaveLength(2);
    expect(whole).toContainEqual(expect.objectContaining({ ...refused, tried: 'GH77' }));
    expect(whole).toContainEqual(expect.objectContaining({ person: '周登录', personId: person.id, accountId: id, tried: null }));
    expect(record).toContainEqual(expect.objectContaining({ ...refused, tried: null }));
    expect(record).toContainEqual(expect.objectContaining({ person: '周登录', tried: null }));
    expect(JSON.stringify(await owner.selectFrom('trail').selectAll().execute())).not.toContain('my-secret');
  });
});
