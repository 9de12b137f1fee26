import { describe, expect } from 'vitest';

import { as, calling, type Given, given, givenAccount, givenPassword, houseAt, test } from '../testing/index.ts';
import { listChildren } from '../units/index.ts';
import { endGrant, giveGrant, identify, listGrants, signIn } from './index.ts';

const from = { ip: null, userAgent: null };
const page = { limit: 50 };
let units: Given;

describe('giving a grant', () => {
  test('opens what it carries at the next request of a session that already runs, and ending it closes it again', async ({
    house,
    database: { owner },
  }) => {
    units = await given.group(owner);
    const account = await givenAccount(owner, { person: await given.person(owner, units.mill, { staff_no: 'GH30' }) });
    const { secret } = await signIn(house.stranger(), { login: 'GH30', password: givenPassword, ...from });
    const me = async () => house.callerFor((await identify(house, { by: 'session', secret })).actor);
    const security = as(house, 'securityAdmin', units.root);
    const wanted = {
      accountId: account.id,
      role: 'safetyOfficer',
      kinds: ['analyse', 'enter'],
      unitId: units.mill.id,
      from: '2026-01-20',
      to: null,
    } as const;
    await expect(listChildren(await me(), {})).rejects.toMatchObject({ kind: 'forbidden' });

    const { ids } = await giveGrant(security, { ...wanted, kinds: [...wanted.kinds] });

    expect(await listChildren(await me(), {})).toMatchObject([{ name: '东城一厂' }]);
    await expect(giveGrant(security, { ...wanted, kinds: ['enter'] })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'access.grant_exists',
    });
    expect((await listGrants(security, { ...page, accountId: account.id })).items).toMatchObject([
      { role: 'safetyOfficer', unit: '东城一厂', staffNo: 'GH30', inForce: true },
      { role: 'safetyOfficer', unit: '东城一厂', staffNo: 'GH30', inForce: true },
    ]);
    for (const grantId of ids) await endGrant(security, { grantId });
    await expect(listChildren(await me(), {})).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(endGrant(security, { grantId: ids[0] ?? '' })).rejects.toMatchObject({ code: 'access.grant_ended' });
    const known = await owner.selectFrom('grants_history').selectAll().where('account_id', '=', account.id).execute();
    expect(known).toHaveLength(4);
  });

  test('holds from its first day to its last', async ({ house, database }) => {
    const { owner } = database;
    const { id: accountId } = await givenAccount(owner, { person: await given.person(owner, units.mill, { staff_no: 'GH31' }) });
    const security = as(house, 'securityAdmin', units.root);
    const wanted = { accountId, role: 'analyst' as const, kinds: ['analyse' as const], unitId: units.east.id };
    await giveGrant(security, { ...wanted, from: '2026-01-22', to: '2026-01-23' });
    const seen = async (day: string) => {
      const then = houseAt(database, `${day}T02:00:00.000Z`);
      const { secret } = await signIn(then.stranger(), { login: 'GH31', password: givenPassword, ...from });
      const { actor } = await identify(then, { by: 'session', secret });
      const answer = await listChildren(then.callerFor(actor), {}).then(
        (items) => items.length,
        () => 'forbidden',
      );
      await then.close();
      return answer;
    };

    expect([await seen('2026-01-21'), await seen('2026-01-22'), await seen('2026-01-23'), await seen('2026-01-24')]).toEqual([
      'forbidden',
      1,
      1,
      'forbidden',
    ]);
    const later = houseAt(database, '2026-01-25T02:00:00.000Z');
    expect(await giveGrant(as(later, 'securityAdmin', units.root), { ...wanted, from: '2026-01-25', to: null })).toHaveProperty('ids');
    await later.close();
  });

  test('keeps the three powers in three hands, and nobody grants to himself', async ({ house, database: { owner } }) => {
    const security = await givenAccount(owner, { role: 'securityAdmin', at: units.root, over: { login: 'sec' } });
    const worker = await givenAccount(owner, {
      person: await given.person(owner, units.mill, { staff_no: 'GH32' }),
      role: 'worker',
      at: units.mill,
    });
    const by = calling(house, security, units.root);
    const give = (
      accountId: string,
      role: 'worker' | 'auditAdmin' | 'unitHead',
      kinds: ('enter' | 'analyse' | 'approve')[] = ['analyse'],
    ) => giveGrant(by, { accountId, role, kinds, unitId: units.root.id, from: '2026-01-20', to: null });

    await expect(give(security.id, 'auditAdmin')).rejects.toMatchObject({ kind: 'forbidden', code: 'access.own_grant' });
    await expect(give(worker.id, 'auditAdmin')).rejects.toMatchObject({ kind: 'conflict', code: 'access.mixed_powers' });
    await expect(give(worker.id, 'worker', ['approve'])).rejects.toMatchObject({ code: 'access.kind_not_carried' });
    await expect(
      giveGrant(by, { accountId: worker.id, role: 'unitHead', kinds: ['enter'], unitId: units.mill.id, from: '2026-01-19', to: null }),
    ).rejects.toMatchObject({ code: 'access.grant_in_past' });
    const own = await owner
      .selectFrom('grants')
      .select('id')
      .where('account_id', '=', security.id)
      .where('kind', '=', 'approve')
      .executeTakeFirstOrThrow();
    await expect(endGrant(by, { grantId: own.id })).rejects.toMatchObject({ code: 'access.last_administrator' });
  });

  test('sees a power that the hand holds in another branch', async ({ house, database: { owner } }) => {
    const person = await given.person(owner, units.mill, { staff_no: 'GH33' });
    const account = await givenAccount(owner, { person, role: 'worker', at: units.farMill });

    const attempt = giveGrant(as(house, 'securityAdmin', units.east), {
      accountId: account.id,
      role: 'auditAdmin',
      kinds: ['analyse'],
      unitId: units.east.id,
      from: '2026-01-20',
      to: null,
    });

    await expect(attempt).rejects.toMatchObject({ code: 'access.mixed_powers' });
  });
});

describe('a security administrator of a branch', () => {
  test('neither grants there nor reads nor ends anything outside of it', async ({ house, database: { owner } }) => {
    const inside = await givenAccount(owner, { person: await given.person(owner, units.mill, { staff_no: 'GH34' }) });
    const outside = await givenAccount(owner, {
      person: await given.person(owner, units.farMill, { staff_no: 'GH35' }),
      role: 'worker',
      at: units.farMill,
    });
    const east = as(house, 'securityAdmin', units.east);
    const give = (accountId: string, unitId: string) =>
      giveGrant(east, { accountId, role: 'worker', kinds: ['enter'], unitId, from: '2026-01-20', to: null });
    const far = await owner.selectFrom('grants').select('id').where('account_id', '=', outside.id).executeTakeFirstOrThrow();

    await expect(give(outside.id, units.mill.id)).rejects.toMatchObject({ kind: 'missing', code: 'access.account_not_found' });
    await expect(give(inside.id, units.farMill.id)).rejects.toMatchObject({ kind: 'missing', code: 'units.not_found' });
    await expect(give(inside.id, units.root.id)).rejects.toMatchObject({ kind: 'missing', code: 'units.not_found' });
    expect(await give(inside.id, units.mill.id)).toHaveProperty('ids');
    await expect(endGrant(east, { grantId: far.id })).rejects.toMatchObject({ kind: 'missing', code: 'access.grant_not_found' });
    await expect(listGrants(east, { ...page, accountId: outside.id })).rejects.toMatchObject({ kind: 'missing' });
    await expect(listGrants(east, { ...page, unitId: units.farMill.id })).rejects.toMatchObject({ kind: 'missing' });
    expect((await listGrants(east, page)).items.map(({ unit }) => unit)).not.toContain('西岭一厂');
  });

  test('lists a unit alone or with everything below it', async ({ house }) => {
    const security = as(house, 'securityAdmin', units.root);

    const alone = await listGrants(security, { ...page, unitId: units.east.id });
    const below = await listGrants(security, { ...page, unitId: units.east.id, withBelow: true });

    expect(new Set(alone.items.map(({ unit }) => unit))).toEqual(new Set(['东城服饰']));
    expect(new Set(below.items.map(({ unit }) => unit))).toEqual(new Set(['东城服饰', '东城一厂']));
  });

  test('is the only one who grants', async ({ house, database: { owner } }) => {
    const { id: accountId } = await owner.selectFrom('accounts').select('id').where('login', '=', 'sec').executeTakeFirstOrThrow();
    const wanted = { accountId, role: 'worker' as const, kinds: ['enter' as const], unitId: units.mill.id, from: '2026-01-20', to: null };

    for (const role of ['systemAdmin', 'auditAdmin', 'hqSafety', 'hqLeader', 'unitHead'] as const) {
      await expect(giveGrant(as(house, role, units.root), wanted)).rejects.toMatchObject({ kind: 'forbidden' });
      await expect(endGrant(as(house, role, units.root), { grantId: accountId })).rejects.toMatchObject({ kind: 'forbidden' });
    }
  });
});
