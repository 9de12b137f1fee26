import { randomUUID } from 'node:crypto';

import { scopeSetting } from '@changming/database';
import { openDatabase } from '@changming/database/open';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { disableAccount } from '../access/index.ts';
import { as, given, type Given, givenAccount, test as onHouse } from '../testing/index.ts';
import { readAccountTrail, searchTrail } from './index.ts';

type Owner = Parameters<typeof given.group>[0];
const test = onHouse.extend<{ group: Given }>({
  group: [async ({ database: { owner } }, use) => use(await given.group(owner)), { scope: 'file' }],
});
const page = { limit: 50 };

async function givenAct(owner: Owner, by: { person_id: string | null; account_id: string | null }, unitId: string): Promise<string> {
  const id = randomUUID();
  const row = { id, verb: 'points.close', subject_id: randomUUID(), unit_id: unitId, via: 'session' as const, at: new Date('2026-01-20') };
  await owner
    .insertInto('trail')
    .values({ ...row, ...by })
    .execute();
  return id;
}

describe('searching the trail by who did it', () => {
  test('goes by part of the name, pinyin initials, 工号 or login, of people and of accounts without one', async ({
    house,
    group,
    database: { owner },
  }) => {
    const near = await given.person(owner, group.mill, { name: '欧阳近', staff_no: 'DH-1', search_key: '欧阳近 oyj dh-1' });
    const far = await given.person(owner, group.farMill, { name: '欧阳远', staff_no: 'DH-2', search_key: '欧阳远 oyy dh-2' });
    const account = await givenAccount(owner, { person: near, over: { login: 'ou.yang' } });
    const lone = await givenAccount(owner, { role: 'systemAdmin', at: group.root, over: { login: 'keeper' } });
    const [here, there, kept] = [
      await givenAct(owner, { person_id: near.id, account_id: account.id }, group.mill.id),
      await givenAct(owner, { person_id: far.id, account_id: null }, group.farMill.id),
      await givenAct(owner, { person_id: null, account_id: lone.id }, group.root.id),
    ];
    const found = async (who: string, at = group.root) => {
      const { items } = await searchTrail(as(house, 'auditAdmin', at), { ...page, who, verb: 'points.close' });
      return new Set(items.map(({ id }) => id));
    };

    for (const who of ['欧阳', 'OY', 'dh-']) expect([who, await found(who)]).toEqual([who, new Set([here, there])]);
    for (const who of ['阳近', 'oyj', 'DH-1', 'ou.yang']) expect([who, await found(who)]).toEqual([who, new Set([here])]);
    expect(await found('keeper')).toEqual(new Set([kept]));
    for (const who of ['%', '没有此人']) expect(await found(who)).toEqual(new Set());
    expect(await found('欧阳', group.east)).toEqual(new Set([here]));
    expect((await searchTrail(as(house, 'auditAdmin', group.root), { ...page, who: '欧阳' })).tooMany).toBe(false);
  });

  test('finds whoever did something within sight, though he lies above it, and nobody else', async ({
    group,
    database: { owner, url, role },
  }) => {
    const above = await given.person(owner, group.root, { name: '上级甲', staff_no: 'HQ-77', search_key: '上级甲 sjj hq-77' });
    await givenAccount(owner, { person: above, over: { login: 'chief' } });
    await given.person(owner, group.mill, { name: '上级乙', search_key: '上级乙 sjy' });
    await givenAct(owner, { person_id: above.id, account_id: null }, group.mill.id);
    const runtime = openDatabase({ url, role, max: 1 });
    const called = (scope: Given['mill'] | null, who = '上级') =>
      runtime.transaction().execute(async (tx) => {
        if (scope !== null) await sql`select set_config('app.read_scope', ${scopeSetting([scope])}, true)`.execute(tx);
        return (await sql<{ person_id: string }>`select person_id from house.search_doers(${who}, 9)`.execute(tx)).rows;
      });

    expect(await called(group.mill)).toEqual([{ person_id: above.id }]);
    expect([await called(group.farMill), await called(null)]).toEqual([[], []]);
    expect(await called(group.mill, 'sjj')).toEqual([{ person_id: above.id }]);
    for (const who of ['hq-7', '77', 'chie']) {
      expect([who, await called(group.mill, who)], 'no row tells it').toEqual([who, []]);
      expect([who, await called(group.root, who)]).toEqual([who, [{ person_id: above.id }]]);
    }
    await runtime.destroy();
  });
});

test('the trail of an account is told to those who see it, and of no other record', async ({ house, group, database: { owner } }) => {
  const { id: accountId } = await givenAccount(owner, { person: await given.person(owner, group.mill, { staff_no: 'DH-9' }) });
  await disableAccount(as(house, 'systemAdmin', group.root), { accountId, reason: '长期离岗' });
  const toldTo = async (role: 'systemAdmin' | 'securityAdmin', at: Given['mill']) =>
    (await readAccountTrail(as(house, role, at), { accountId, ...page })).items;

  expect(await toldTo('systemAdmin', group.mill)).toMatchObject([{ verb: 'access.disableAccount', subjectId: accountId }]);
  expect(await toldTo('securityAdmin', group.root)).toHaveLength(1);
  await expect(toldTo('systemAdmin', group.west)).rejects.toMatchObject({ kind: 'missing', code: 'access.account_not_found' });
  const hazard = readAccountTrail(as(house, 'systemAdmin', group.root), { accountId: group.workshop.id, ...page });
  await expect(hazard).rejects.toMatchObject({ code: 'access.account_not_found' });
  const officer = readAccountTrail(as(house, 'safetyOfficer', group.root), { accountId, ...page });
  await expect(officer).rejects.toMatchObject({ kind: 'forbidden' });
});
