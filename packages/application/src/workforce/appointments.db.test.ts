import { randomUUID } from 'node:crypto';

import { refuse } from '@changming/domain/kernel';
import { describe, expect } from 'vitest';

import { createPoint, keepPoint } from '../points/index.ts';
import { as, type Given, given, houseAt, test } from '../testing/index.ts';
import { createUnit, moveUnit } from '../units/index.ts';
import {
  appoint,
  endAbsence,
  endAppointment,
  listAppointments,
  listUnitsWithoutFirst,
  readPerson,
  recordAbsence,
  whoWasResponsible,
} from './index.ts';

let units: Given | undefined;
const group = () => units ?? refuse('missing', 'test.first_test_has_not_run');
type Named = { readonly name: string };
const namesOf = ({ answer }: { answer: { persons: readonly Named[] } | null }) => answer?.persons.map(({ name }) => name);

describe('an appointment', () => {
  test('holds from its first day until the day it ends, told in the trail', async ({ house, database: { owner } }) => {
    units = await given.group(owner);
    const { mill } = units;
    const officer = as(house, 'safetyOfficer', mill);
    const wang = await given.person(owner, mill, { name: '王芳' });

    const { id } = await appoint(officer, { personId: wang.id, unitId: mill.id, post: 'unitHead', from: '2026-01-05' });
    await endAppointment(officer, { appointmentId: id, to: '2026-02-01' });

    const on = async (day: string) =>
      (await listAppointments(officer, { unitId: mill.id, on: day })).map(({ name, post }) => `${name} ${post}`);
    expect([await on('2026-01-04'), await on('2026-01-05'), await on('2026-01-31'), await on('2026-02-01')]).toEqual([
      [],
      ['王芳 unitHead'],
      ['王芳 unitHead'],
      [],
    ]);
    const trail = await owner.selectFrom('trail').select(['verb', 'after']).where('subject_id', '=', id).orderBy('verb').execute();
    expect(trail).toMatchObject([
      { verb: 'workforce.appoint', after: { to: null } },
      { verb: 'workforce.endAppointment', after: { to: '2026-02-01' } },
    ]);
    await expect(endAppointment(officer, { appointmentId: id, to: '2026-02-02' })).rejects.toMatchObject({
      code: 'workforce.ended_already',
    });
    await expect(endAppointment(officer, { appointmentId: id, to: '2026-01-04' })).rejects.toMatchObject({
      code: 'workforce.ends_before_start',
    });
  });

  test('of the same person, unit and post never overlaps, not even when two appoint at once', async ({ house, database: { owner } }) => {
    const { mill } = group();
    const officer = as(house, 'safetyOfficer', mill);
    const [li, zhao] = [await given.person(owner, mill, { name: '李强' }), await given.person(owner, mill, { name: '赵敏' })];
    const first = { unitId: mill.id, post: 'firstResponsible', from: '2026-01-01' } as const;

    const both = await Promise.allSettled([1, 2].map(() => appoint(officer, { personId: li.id, ...first })));

    expect(both.map((each) => (each.status === 'fulfilled' ? 'in' : (each.reason as { code: string }).code)).toSorted()).toEqual([
      'in',
      'workforce.overlaps',
    ]);
    await appoint(officer, { personId: zhao.id, ...first });
    await appoint(officer, { personId: li.id, ...first, deputy: true });
    expect(namesOf(await whoWasResponsible(officer, { unitId: mill.id, post: 'firstResponsible', on: '2026-01-20' }))?.toSorted()).toEqual([
      '李强',
      '赵敏',
    ]);
  });

  test('begins neither before the unit nor in a closed one, nor for somebody who left', async ({ house, database: { owner } }) => {
    const { mill, workshop } = group();
    const officer = as(house, 'safetyOfficer', mill);
    const { id: personId } = await given.person(owner, mill, { name: '新人', hired_on: '2026-01-08' });
    const gone = await given.person(owner, mill, { name: '走人', left_on: '2026-01-10' });
    const wanted = { personId, unitId: workshop.id, post: 'teamLeader', from: '2026-01-10' } as const;

    for (const [over, code] of [
      [{ from: '2024-12-31' }, 'workforce.before_opening'],
      [{ from: '2026-01-07' }, 'workforce.before_hired'],
      [{ to: '2026-01-10' }, 'workforce.ends_before_start'],
      [{ post: 'pointKeeper' }, 'workforce.point_needed'],
      [{ pointId: randomUUID() }, 'workforce.point_unwanted'],
      [{ post: 'pointKeeper', pointId: randomUUID() }, 'workforce.keeper_by_point'],
      [{ post: 'pointKeeper', pointId: randomUUID(), deputy: true }, 'workforce.point_not_kept'],
      [{ personId: gone.id }, 'workforce.left'],
    ] as const)
      await expect(appoint(officer, { ...wanted, ...over }), code).rejects.toMatchObject({ code });
  });

  test('is missing from outside its branch, and not for those without the permission', async ({ house, database: { owner } }) => {
    const { west, mill, workshop } = group();
    const stranger = as(house, 'safetyOfficer', west);
    const own = await given.person(owner, west, { name: '西人' });
    const { id: appointmentId, person_id } = await owner.selectFrom('appointments').selectAll().executeTakeFirstOrThrow();
    const time = { from: '2026-01-20T00:00:00Z', until: '2026-01-21T00:00:00Z' };
    const absence = await recordAbsence(as(house, 'safetyOfficer', mill), { personId: person_id, ...time, reason: '年假' });

    for (const attempt of [
      () => appoint(stranger, { personId: person_id, unitId: west.id, post: 'staff', from: '2026-01-10' }),
      () => appoint(stranger, { personId: own.id, unitId: mill.id, post: 'staff', from: '2026-01-10' }),
      () =>
        appoint(stranger, { id: appointmentId, personId: own.id, unitId: west.id, post: 'staff', from: '2026-01-10' }).then(() =>
          refuse('missing', 'x.y'),
        ),
      () => endAppointment(stranger, { appointmentId, to: '2026-01-20' }),
      () => recordAbsence(stranger, { personId: person_id, ...time, reason: '年假' }),
      () => endAbsence(stranger, { absenceId: absence.id, until: time.until }),
      () => listAppointments(stranger, { unitId: mill.id }),
      () => whoWasResponsible(stranger, { unitId: mill.id }),
      () => listUnitsWithoutFirst(stranger, { unitId: mill.id, limit: 10 }),
    ])
      await expect(attempt()).rejects.toMatchObject({ kind: expect.stringMatching(/missing|conflict/) });
    const worker = as(house, 'worker', workshop);
    await expect(appoint(worker, { personId: person_id, unitId: workshop.id, post: 'staff', from: '2026-01-10' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(endAppointment(worker, { appointmentId, to: '2026-01-20' })).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(whoWasResponsible(worker, { unitId: workshop.id })).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(recordAbsence(worker, { personId: person_id, ...time, reason: '年假' })).rejects.toMatchObject({ kind: 'forbidden' });
    await endAbsence(as(house, 'safetyOfficer', mill), { absenceId: absence.id, until: time.from });
  });
});

describe('who was responsible for power room 3 on 12 March at 02:00', () => {
  test('has one answer: the keeper, his deputy while he is away, else the nearest head', async ({ house, database }) => {
    const { owner } = database;
    const { mill, workshop } = group();
    const officer = as(house, 'safetyOfficer', mill);
    const later = as(houseAt(database, '2026-06-01T02:00:00Z'), 'safetyOfficer', mill);
    const person = (name: string) => given.person(owner, workshop, { name });
    const [keeper, deputy, head] = [await person('管钥匙'), await person('代班'), await person('主任')];
    await appoint(officer, { personId: head.id, unitId: workshop.id, post: 'workshopHead', from: '2026-01-01' });
    const { id: pointId, code } = await createPoint(officer, { unitId: workshop.id, name: '三号配电室', kind: 'powerRoom' });
    const asked = { pointId, unitId: workshop.id };
    const at = (instant: string) => whoWasResponsible(later, { ...asked, at: instant });

    expect(namesOf(await at('2026-03-12T02:00:00+08:00'))).toEqual(['主任']);
    await keepPoint(later, { pointId, keeperId: keeper.id, from: '2026-03-01' });
    await appoint(later, { personId: deputy.id, unitId: workshop.id, pointId, post: 'pointKeeper', deputy: true, from: '2026-03-01' });
    expect((await readPerson(later, { personId: keeper.id })).appointments).toMatchObject([
      { pointId, point: '三号配电室', pointCode: code },
    ]);
    await recordAbsence(later, {
      personId: keeper.id,
      from: '2026-03-12T00:00:00+08:00',
      until: '2026-03-12T12:00:00+08:00',
      reason: '病假',
    });

    expect(await at('2026-03-12T02:00:00+08:00')).toMatchObject({
      answer: { post: 'pointKeeper', standIn: true, persons: [{ name: '代班' }] },
    });
    expect(namesOf(await at('2026-03-12T12:00:00+08:00'))).toEqual(['管钥匙']);
    expect(namesOf(await at('2026-02-28T23:59:59+08:00'))).toEqual(['主任']);
    expect(namesOf(await whoWasResponsible(later, { ...asked, on: '2026-03-12' }))).toEqual(['管钥匙']);
    expect(namesOf(await whoWasResponsible(later, { pointId, at: '2026-03-12T02:00:00+08:00' }))).toEqual(['代班']);
    const knownAt = '2026-05-01T00:00:00Z';
    expect(namesOf(await whoWasResponsible(later, { ...asked, at: '2026-03-12T02:00:00+08:00', knownAt }))).toEqual(['主任']);
  });

  test('climbs the tree as it stood then, not as it stands now', async ({ database }) => {
    const { owner } = database;
    const { root, mill, farMill } = group();
    const house = houseAt(database, '2026-06-02T02:00:00Z');
    const hq = as(house, 'hqSafety', root);
    const told = { on: '2026-04-01', reason: '划转' };
    const { id: teamId } = await createUnit(hq, { parentId: mill.id, code: 'DUST', name: '除尘班', kind: 'workshop', ...told });
    const westHead = await given.person(owner, farMill, { name: '西厂长' });
    await appoint(hq, { personId: westHead.id, unitId: farMill.id, post: 'unitHead', from: '2026-01-01' });
    await moveUnit(hq, { unitId: teamId, parentId: farMill.id, on: '2026-05-01', reason: '划转' });

    const before = await whoWasResponsible(hq, { unitId: teamId, on: '2026-04-30' });
    const after = await whoWasResponsible(hq, { unitId: teamId, on: '2026-05-01' });

    expect(namesOf(before)?.toSorted()).toEqual(['李强', '赵敏']);
    expect(after).toMatchObject({ answer: { post: 'unitHead', level: 1, persons: [{ name: '西厂长', unit: '西岭一厂' }] } });
    await house.close();
  });

  test('names somebody of another branch who holds a post here, and nobody above what the caller sees', async ({
    house,
    database: { owner },
  }) => {
    const { root, east, mill } = group();
    const fromAbove = await given.person(owner, root, { name: '钱进', staff_no: 'Q1' });
    await appoint(as(house, 'hqSafety', root), { personId: fromAbove.id, unitId: mill.id, post: 'safetyDirector', from: '2026-01-01' });
    await appoint(as(house, 'hqSafety', root), { personId: fromAbove.id, unitId: east.id, post: 'safetyOfficer', from: '2026-01-01' });
    const officer = as(house, 'safetyOfficer', mill);

    expect(await whoWasResponsible(officer, { unitId: mill.id, post: 'safetyDirector' })).toMatchObject({
      answer: { persons: [{ name: '钱进', staffNo: 'Q1' }] },
    });
    expect(await whoWasResponsible(officer, { unitId: mill.id, post: 'safetyOfficer' })).toMatchObject({ answer: null });
    expect(namesOf(await whoWasResponsible(as(house, 'hqSafety', root), { unitId: mill.id, post: 'safetyOfficer' }))).toEqual(['钱进']);
  });
});

test('units without a first responsible person are listed within the scope, page by page', async ({ house }) => {
  const { root, mill } = group();
  const hq = as(house, 'hqSafety', root);
  const first = await listUnitsWithoutFirst(hq, { limit: 3 });
  const rest = await listUnitsWithoutFirst(hq, { limit: 50, after: [Number(first.next)] });

  const names = [...first.items, ...rest.items].map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['岚枝集团', '东城服饰', '缝制一车间', '西岭羽绒', '西岭一厂']));
  expect(names).not.toContain('东城一厂');
  expect(new Set(names).size).toBe(names.length);
  expect((await listUnitsWithoutFirst(as(house, 'safetyOfficer', mill), { limit: 50 })).items.map(({ name }) => name)).toEqual([
    '缝制一车间',
  ]);
});
