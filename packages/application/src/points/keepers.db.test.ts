import { addDays, refuse } from '@changming/domain/kernel';
import { describe, expect } from 'vitest';

import { as, type Given, given, houseAt, test, today } from '../testing/index.ts';
import { appoint, endAppointment, liftGate, listOverrides } from '../workforce/index.ts';
import { closePoint, createPoint, keepPoint, listPoints, readKeeperOn, readPoint, termsOfKeepers } from './index.ts';
import { lastKeeperWithin, lastTermWithin } from './keepers.ts';

let units: Given | undefined;
const group = () => units ?? refuse('missing', 'test.first_test_has_not_run');

describe('the keeper of a point', () => {
  test('passes the gates like everybody who does the work, at a new point too', async ({ house, database: { owner } }) => {
    units = await given.group(owner);
    await given.badgeGate(owner);
    const { mill, workshop } = units;
    const head = as(house, 'workshopHead', workshop);
    const [li, wang] = [
      await given.person(owner, workshop, { name: '李强' }),
      await given.person(owner, workshop, { name: '王芳', staff_no: 'W1' }),
    ];
    const { id: pointId } = await createPoint(head, { unitId: workshop.id, name: '裁床', kind: 'electricity' });
    const closed = { code: 'workforce.gate_closed', facts: { name: '李强', count: 1, codes: 'badge.missing' } };

    await expect(keepPoint(head, { pointId, keeperId: li.id, from: today })).rejects.toMatchObject(closed);
    const kept = { unitId: workshop.id, name: '烫台', keeper: { keeperId: li.id, from: today } };
    await expect(createPoint(head, kept)).rejects.toMatchObject(closed);
    await keepPoint(head, { pointId, keeperId: wang.id, from: today });

    expect(await readKeeperOn(head, { pointId, on: today })).toEqual({ personId: wang.id });
    const { items } = await listPoints(as(house, 'safetyOfficer', mill), { withBelow: true, limit: 10 });
    expect(items.map(({ name, keeper }) => [name, keeper])).toEqual([['裁床', '王芳']]);
  });

  test('is let through by who may, in the same act or ahead of it, and the trail says by whom', async ({ house, database: { owner } }) => {
    const { mill, workshop } = group();
    const officer = as(house, 'safetyOfficer', mill);
    const [chen, zhou] = [await given.person(owner, workshop, { name: '陈静' }), await given.person(owner, workshop, { name: '周新' })];
    const me = await given.person(owner, mill, { name: '劳安部', staff_no: 'H1' });
    const { id: pointId } = await createPoint(officer, { unitId: workshop.id, name: '空压机房' });
    const wanted = { pointId, keeperId: chen.id, from: today, override: { reason: '夜班缺人，专人带教', until: null } };

    await expect(keepPoint(officer, wanted)).rejects.toMatchObject({ code: 'workforce.override_not_yours' });
    expect(await readKeeperOn(officer, { pointId, on: today })).toBeNull();
    expect(await keepPoint(as(house, 'hqSafety', mill, me.id), wanted)).toEqual({ keeperId: chen.id, from: today });
    const { items } = await listOverrides(officer, { limit: 10 });
    expect(items).toMatchObject([{ name: '陈静', post: 'pointKeeper', unitId: workshop.id, by: '劳安部', reason: '夜班缺人，专人带教' }]);
    const trail = await owner.selectFrom('trail').select(['subject_id', 'after']).where('verb', '=', 'points.keep').execute();
    expect(trail).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ subject_id: items[0]?.id, after: expect.objectContaining({ codes: ['badge.missing'] }) }),
        expect.objectContaining({ subject_id: pointId, after: { keeperId: chen.id, from: today } }),
      ]),
    );

    const lift = { personId: zhou.id, unitId: workshop.id, post: 'pointKeeper', from: today, reason: '证件在邮寄途中' } as const;
    await liftGate(as(house, 'unitHead', mill, me.id), lift);
    await keepPoint(officer, { pointId, keeperId: zhou.id, from: today });
    expect(await readKeeperOn(officer, { pointId, on: today })).toEqual({ personId: zhou.id });
  });

  test('is not named from outside the branch, whatever is lifted', async ({ house, database: { owner } }) => {
    const { mill, west, workshop } = group();
    const { id: pointId } = await createPoint(as(house, 'safetyOfficer', mill), { unitId: workshop.id, name: '料场' });
    const stranger = as(house, 'hqSafety', west);
    const theirs = await given.person(owner, west, { name: '西岭人', staff_no: 'X1' });
    const override = { reason: '无', until: null };

    await expect(keepPoint(stranger, { pointId, keeperId: theirs.id, from: today, override })).rejects.toMatchObject({ kind: 'missing' });
    const officer = as(house, 'safetyOfficer', mill);
    await expect(keepPoint(officer, { pointId, keeperId: theirs.id, from: today })).rejects.toMatchObject({
      code: 'points.keeper_not_found',
    });
    expect(await readKeeperOn(officer, { pointId, on: today })).toBeNull();
  });
});

describe('a keeper whose last day is known', () => {
  test('keeps the point until then, gives way to the next, and is no deputy', async ({ house, database }) => {
    const { owner } = database;
    const { mill, workshop } = group();
    const officer = as(house, 'safetyOfficer', mill);
    const people = [];
    for (const name of ['甲', '乙', '丙']) people.push(await given.person(owner, workshop, { name, staff_no: `K-${name}` }));
    const [first, second, deputy] = people.map(({ id }) => id);
    if (first === undefined || second === undefined || deputy === undefined) throw new Error('three people are wanted');
    const { id: pointId } = await createPoint(officer, { unitId: workshop.id, name: '锅炉房', keeper: { keeperId: first, from: today } });
    const held = await owner.selectFrom('appointments').select('id').where('point_id', '=', pointId).executeTakeFirstOrThrow();
    const later = houseAt(database, '2026-02-02T02:00:00Z');
    const lateOfficer = as(later, 'safetyOfficer', mill);
    await appoint(officer, {
      personId: deputy,
      unitId: workshop.id,
      pointId,
      post: 'pointKeeper',
      deputy: true,
      from: '2026-01-25',
      to: null,
    });
    await endAppointment(officer, { appointmentId: held.id, to: '2026-03-01' });

    expect(await readKeeperOn(officer, { pointId, on: '2026-02-28' })).toEqual({ personId: first });
    expect(await readKeeperOn(officer, { pointId, on: '2026-03-01' })).toBeNull();
    expect(await readPoint(lateOfficer, { pointId })).toMatchObject({ keeper: '甲', keepers: [{ name: '甲', to: '2026-03-01' }] });

    await keepPoint(lateOfficer, { pointId, keeperId: second, from: '2026-02-10' });
    expect((await readPoint(lateOfficer, { pointId })).keepers).toMatchObject([
      { name: '乙', from: '2026-02-10', to: null },
      { name: '甲', from: today, to: '2026-02-10' },
    ]);
    await closePoint(lateOfficer, { pointId, reason: '拆除' });
    const open = await owner.selectFrom('appointments').select(['person_id', 'from_on', 'to_on']).where('point_id', '=', pointId).execute();
    expect(open.filter(({ from_on, to_on }) => to_on === null || (to_on > '2026-02-02' && to_on > from_on))).toEqual([]);
    await later.close();
  });
});

test('whoever keeps a point last is the same in the database and of terms that are at hand', async ({ house, database: { owner } }) => {
  const { mill, workshop } = group();
  const { id: pointId } = await createPoint(as(house, 'safetyOfficer', mill), { unitId: workshop.id, name: '配电室' });
  const keeper = await given.person(owner, workshop, { name: '轮值', staff_no: 'T1' });
  const terms = [
    ['2026-01-01', '2026-01-10', false],
    ['2026-01-10', '2026-01-10', false],
    ['2026-01-12', '2026-02-01', false],
    ['2026-01-15', null, true],
    ['2026-02-01', '2026-03-01', false],
    ['2026-04-01', null, false],
  ] as const;
  const office = { unit_id: workshop.id, post: 'pointKeeper', point_id: pointId, person_id: keeper.id } as const;
  const rows = terms.map(([from_on, to_on, deputy]) => ({ ...office, id: crypto.randomUUID(), from_on, to_on, deputy }));
  await given.arranged(owner, (tx) => tx.insertInto('appointments').values(rows).execute());
  const days = terms.flatMap(([from, to]) => [from, to ?? '2026-05-01']).flatMap((day) => [day, addDays(day, -1), addDays(day, 1)]);
  const spans = days.flatMap((from) => [{ from, to: null }, ...days.filter((to) => to > from).map((to) => ({ from, to }))]);

  const { known, found } = await owner.transaction().execute(async (tx) => {
    const stored = [];
    for (const span of spans) stored.push({ ...span, last: await lastKeeperWithin(tx, pointId, span).executeTakeFirst() });
    return { known: (await termsOfKeepers(tx, [pointId])).get(pointId)?.terms ?? [], found: stored };
  });

  expect(known).toHaveLength(4);
  const told = found.map(({ from, to, last }) => ({ from, to, last: last === undefined ? null : { from: last.from, to: last.to } }));
  expect(spans.map((span) => ({ ...span, last: lastTermWithin(known, span) }))).toEqual(told);
  expect(new Set(told.map(({ last }) => last?.from))).toEqual(new Set([undefined, '2026-01-01', '2026-01-12', '2026-02-01', '2026-04-01']));
});
