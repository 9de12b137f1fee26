import { kindsOf } from '@changming/domain/access';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { as, calling, type Given, given, givenAccount, houseAt, test } from '../testing/index.ts';
import { giveGrants, listGrants } from './index.ts';

const worker = { role: 'worker', kinds: [...kindsOf('worker')], unitId: null, from: '2026-01-20', to: null } as const;
let units: Given;

describe('giving one role to many', () => {
  test('gives each at his own unit, told in the trail of each, and tells why somebody gets nothing', async ({
    house,
    database: { owner },
  }) => {
    units = await given.group(owner);
    const [first, second, outsider, gone, manager] = [
      await givenAccount(owner, { person: await given.person(owner, units.mill, { staff_no: 'GM1', name: '甲' }) }),
      await givenAccount(owner, { person: await given.person(owner, units.workshop, { staff_no: 'GM2' }) }),
      await givenAccount(owner, { person: await given.person(owner, units.farMill, { staff_no: 'GM3' }) }),
      await givenAccount(owner, {
        person: await given.person(owner, units.mill, { staff_no: 'GM4', name: '丁' }),
        over: { disabled_at: new Date('2026-01-19') },
      }),
      await givenAccount(owner, {
        person: await given.person(owner, units.mill, { staff_no: 'GM5', name: '戊' }),
        role: 'auditAdmin',
        at: units.farMill,
      }),
    ];
    const east = as(house, 'securityAdmin', units.east);

    const done = await giveGrants(east, {
      ...worker,
      kinds: [...worker.kinds],
      accountIds: [first.id, outsider.id],
      staffNos: ['gm1', 'GM2', 'GM3', 'GM4', 'GM5', 'NOBODY'],
    });

    expect(done).toEqual({
      given: 2,
      refused: [
        { asked: outsider.id, name: null, code: 'access.account_not_found' },
        { asked: 'GM3', name: null, code: 'access.account_not_found' },
        { asked: 'GM4', name: '丁', code: 'access.account_disabled' },
        { asked: 'GM5', name: '戊', code: 'access.mixed_powers' },
        { asked: 'NOBODY', name: null, code: 'access.account_not_found' },
      ],
    });
    const held = await owner
      .selectFrom('grants')
      .select(['account_id', 'unit_id', 'kind'])
      .where('account_id', 'in', [first.id, second.id, outsider.id, gone.id])
      .execute();
    const at = (unitId: string) => held.filter(({ unit_id }) => unit_id === unitId).map(({ account_id }) => account_id);
    expect([new Set(at(units.mill.id)), new Set(at(units.workshop.id))]).toEqual([new Set([first.id]), new Set([second.id])]);
    expect(held).toHaveLength(2 * kindsOf('worker').length);
    const trail = await owner.selectFrom('trail').select(['subject_id', 'after']).where('verb', '=', 'access.giveGrants').execute();
    expect(new Set(trail.map(({ subject_id }) => subject_id))).toEqual(new Set([first.id, second.id]));
    expect(trail[0]?.after).toMatchObject({ role: 'worker', from: '2026-01-20', to: null });
    expect(manager.role).toBe('auditAdmin');
  });

  test('gives nothing twice, nothing to the giver, and again what is over', async ({ house, database }) => {
    const { owner } = database;
    const person = await given.person(owner, units.mill, { staff_no: 'GM6', name: '己' });
    const security = await givenAccount(owner, { person, role: 'securityAdmin', at: units.root });
    const by = calling(house, security, units.root);
    const analyst = { role: 'analyst', kinds: ['analyse' as const], unitId: units.east.id, from: '2026-01-20', to: '2026-01-21' } as const;
    const asked = { ...analyst, kinds: [...analyst.kinds], staffNos: ['GM1', 'GM6'] };

    expect(await giveGrants(by, asked)).toEqual({ given: 1, refused: [{ asked: 'GM6', name: '己', code: 'access.own_grant' }] });
    expect(await giveGrants(by, { ...asked, staffNos: ['GM1'] })).toEqual({
      given: 0,
      refused: [{ asked: 'GM1', name: '甲', code: 'access.grant_exists' }],
    });
    const later = houseAt(database, '2026-01-25T02:00:00.000Z');
    const security25 = as(later, 'securityAdmin', units.root);
    expect(await giveGrants(security25, { ...asked, staffNos: ['GM1'], from: '2026-01-25', to: null })).toEqual({ given: 1, refused: [] });
    const { items } = await listGrants(security25, { limit: 50, unitId: units.east.id });
    expect(items.filter(({ staffNo }) => staffNo === 'GM1')).toMatchObject([{ role: 'analyst', from: '2026-01-25', inForce: true }]);
    await later.close();
  });

  test('refuses what would be wrong for everybody, and is refused to everybody else', async ({ house }) => {
    const security = as(house, 'securityAdmin', units.east);
    const asked = { ...worker, kinds: [...worker.kinds], staffNos: ['GM1'] };

    await expect(giveGrants(security, { ...asked, kinds: ['approve'] })).rejects.toMatchObject({ code: 'access.kind_not_carried' });
    await expect(giveGrants(security, { ...asked, from: '2026-01-19' })).rejects.toMatchObject({ code: 'access.grant_in_past' });
    await expect(giveGrants(security, { ...asked, unitId: units.farMill.id })).rejects.toMatchObject({ code: 'units.not_found' });
    await expect(giveGrants(as(house, 'systemAdmin', units.root), asked)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('gives a whole mill its role in one go', async ({ house, database: { owner } }) => {
    const numbers = Array.from({ length: 1500 }, (_, at) => `GX${at}`);
    await given.arranged(owner, async (tx) => {
      await sql`insert into persons (id, name, staff_no, unit_id, search_key)
        select gen_random_uuid(), '工人', no, ${units.mill.id}, no from unnest(${numbers}::text[]) no`.execute(tx);
      await sql`insert into accounts (id, person_id, password_hash, password_changed_at, created_at)
        select gen_random_uuid(), id, '', now(), now() from persons where staff_no = any(${numbers}::text[])`.execute(tx);
    });

    const done = await giveGrants(as(house, 'securityAdmin', units.root), { ...worker, kinds: [...worker.kinds], staffNos: numbers });

    expect(done).toEqual({ given: 1500, refused: [] });
  });
});
