import { refuse } from '@changming/domain/kernel';
import { describe, expect } from 'vitest';

import { as, type Given, given, houseAt, test } from '../testing/index.ts';
import { appoint, handOver, liftGate, listOverrides, readGate, sweepOverrides } from './index.ts';

let units: Given | undefined;
const group = () => units ?? refuse('missing', 'test.first_test_has_not_run');

const from = '2026-01-20';

describe('a gate', () => {
  test('keeps from work whoever does not meet it, and says what is missing', async ({ house, database: { owner } }) => {
    units = await given.group(owner);
    await given.badgeGate(owner);
    const { mill } = units;
    const officer = as(house, 'safetyOfficer', mill);
    const li = await given.person(owner, mill, { name: '李强' });
    const wang = await given.person(owner, mill, { name: '王芳', staff_no: 'W1' });
    const wanted = { unitId: mill.id, post: 'staff', from } as const;

    await expect(appoint(officer, { ...wanted, personId: li.id })).rejects.toMatchObject({
      code: 'workforce.gate_closed',
      facts: { name: '李强', count: 1, codes: 'badge.missing' },
    });
    expect(await readGate(officer, { ...wanted, personId: li.id })).toEqual({
      name: '李强',
      stops: true,
      objections: [{ gate: 'badge', code: 'badge.missing', facts: { name: '李强' }, lifted: false }],
    });
    expect(await appoint(officer, { ...wanted, personId: wang.id })).toMatchObject({ warnings: [] });
  });

  test('warns of a head and stops a successor', async ({ house, database: { owner } }) => {
    const { mill } = group();
    const officer = as(house, 'safetyOfficer', mill);
    const head = await given.person(owner, mill, { name: '赵敏' });
    const leaver = await given.person(owner, mill, { name: '孙强', staff_no: 'S1' });
    const untaught = await given.person(owner, mill, { name: '周新' });
    const { id } = await appoint(officer, { personId: leaver.id, unitId: mill.id, post: 'teamLeader', from });

    const { warnings } = await appoint(officer, { personId: head.id, unitId: mill.id, post: 'unitHead', from });

    expect(warnings).toEqual([{ gate: 'badge', code: 'badge.missing', facts: { name: '赵敏' } }]);
    const turn = { personId: leaver.id, successorId: untaught.id, on: from, reason: '调整', passOn: [id] };
    await expect(handOver(officer, turn)).rejects.toMatchObject({ code: 'workforce.gate_closed' });
  });

  test('is lifted in the same act by who may, with a reason that stays', async ({ house, database: { owner } }) => {
    const { mill } = group();
    const chen = await given.person(owner, mill, { name: '陈静' });
    const me = await given.person(owner, mill, { name: '劳安部', staff_no: 'H1' });
    const wanted = { personId: chen.id, unitId: mill.id, post: 'staff', from, override: { reason: '夜班缺人，专人带教' } } as const;

    await expect(appoint(as(house, 'safetyOfficer', mill), wanted)).rejects.toMatchObject({ code: 'workforce.override_not_yours' });
    await appoint(as(house, 'hqSafety', mill, me.id), wanted);

    const { items } = await listOverrides(as(house, 'unitHead', mill), { limit: 10 });
    expect(items).toMatchObject([
      {
        name: '陈静',
        by: '劳安部',
        reason: '夜班缺人，专人带教',
        from,
        until: '2026-02-19',
        stands: 'inForce',
        missing: [{ gate: 'badge', code: 'badge.missing', facts: { name: '陈静' } }],
        objections: [{ code: 'badge.missing' }],
      },
    ]);
    const told = await owner
      .selectFrom('trail')
      .select('after')
      .where('verb', '=', 'workforce.appoint')
      .where('subject_id', '=', items[0]?.id ?? '')
      .execute();
    expect(told).toMatchObject([{ after: { reason: '夜班缺人，专人带教', codes: ['badge.missing'] } }]);
  });

  test('is lifted by the head ahead of the appointment, from that day to the last one', async ({ house, database: { owner } }) => {
    const { mill } = group();
    const [head, officer] = [
      as(house, 'unitHead', mill, (await given.person(owner, mill, { name: '厂长', staff_no: 'H2' })).id),
      as(house, 'safetyOfficer', mill),
    ];
    const wu = await given.person(owner, mill, { name: '吴迪' });
    const lift = { personId: wu.id, unitId: mill.id, from, reason: '证件在邮寄途中' };

    await expect(liftGate(head, { ...lift, until: '2026-02-20' })).rejects.toMatchObject({
      code: 'workforce.override_too_long',
      facts: { days: 30 },
    });
    await liftGate(head, { ...lift, until: '2026-01-25' });

    const starting = (day: string) => appoint(officer, { personId: wu.id, unitId: mill.id, post: 'staff', from: day });
    await expect(starting('2026-01-26')).rejects.toMatchObject({ code: 'workforce.gate_closed' });
    await starting('2026-01-25');
    await expect(liftGate(head, { ...lift, from: '2026-01-25' })).rejects.toMatchObject({ code: 'workforce.nothing_to_lift' });
  });

  test('is told of once before it ends and once after, while something is missing', async ({ database }) => {
    const { mill, west } = group();
    const sweep = async (at: string) => {
      const then = houseAt(database, at);
      const { told } = await sweepOverrides(then.clockwork(), {});
      await then.close();
      return told;
    };

    // 吴迪's ends on January 25th, 陈静's on February 19th.
    expect([await sweep('2026-01-21T02:00:00Z'), await sweep('2026-01-22T02:00:00Z'), await sweep('2026-01-25T02:00:00Z')]).toEqual([
      0, 1, 0,
    ]);
    // A worker that was down past both ends tells what is true by now.
    expect([await sweep('2026-02-20T02:00:00Z'), await sweep('2026-02-21T02:00:00Z')]).toEqual([2, 0]);
    const after = houseAt(database, '2026-02-20T02:00:00Z');
    const { items } = await listOverrides(as(after, 'unitHead', mill), { limit: 10 });
    const told = items.map(({ name, stands, missing }) => ({ name, stands, missing: missing?.length }));
    expect(told).toHaveLength(2);
    expect(told).toEqual(expect.arrayContaining(['陈静', '吴迪'].map((name) => ({ name, stands: 'ended', missing: 1 }))));
    expect((await listOverrides(as(after, 'unitHead', west), { limit: 10 })).items).toEqual([]);
    await after.close();
  });

  test('is not lifted from outside the branch, nor told of there', async ({ house, database: { owner } }) => {
    const { west, mill } = group();
    const stranger = as(house, 'unitHead', west);
    const he = await given.person(owner, mill, { name: '何人' });

    await expect(liftGate(stranger, { personId: he.id, unitId: mill.id, from, reason: '无' })).rejects.toMatchObject({ kind: 'missing' });
    await expect(readGate(stranger, { personId: he.id, unitId: mill.id, post: 'staff' })).rejects.toMatchObject({ kind: 'missing' });
    expect((await listOverrides(stranger, { limit: 10 })).items).toEqual([]);
    await expect(listOverrides(stranger, { unitId: mill.id, limit: 10 })).rejects.toMatchObject({ kind: 'missing' });
    await expect(
      liftGate(as(house, 'safetyOfficer', mill), { personId: he.id, unitId: mill.id, from, reason: '无' }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
