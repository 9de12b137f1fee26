import { readPlateCode } from '@changming/domain/points';
import { describe, expect } from 'vitest';

import type { House } from '../context.ts';
import { as, given, houseAt, test, today } from '../testing/index.ts';
import {
  closePoint,
  createPoint,
  editPoint,
  exportPoints,
  forgetVisits,
  keepPoint,
  listPoints,
  readKeeperOn,
  readPlate,
  readPlateAtDoor,
  readPoint,
} from './index.ts';

describe('a point', () => {
  test('has a code of its own, a keeper over time, and is found by plate, name and initials', async ({ house, database }) => {
    const { owner } = database;
    const { mill, workshop, west } = await given.group(owner);
    const [wang, li] = [await given.person(owner, mill), await given.person(owner, mill, { name: '李强' })];
    const officer = as(house, 'safetyOfficer', mill);

    const { id, code } = await createPoint(officer, {
      unitId: workshop.id,
      name: '二号配电室',
      kind: 'powerRoom',
      keeper: { keeperId: wang.id, from: today },
    });
    const later = houseAt(database, '2026-03-01T02:00:00Z');
    await keepPoint(as(later, 'safetyOfficer', mill), { pointId: id, keeperId: li.id, from: '2026-02-10' });

    expect(code).toMatch(/^[2-9A-HJKMNPQRSTW-Z]{10}$/);
    expect(await readKeeperOn(officer, { pointId: id, on: '2026-02-09' })).toEqual({ personId: wang.id });
    expect(await readKeeperOn(officer, { pointId: id, on: '2026-02-10' })).toEqual({ personId: li.id });
    expect(await readPoint(as(later, 'safetyOfficer', mill), { pointId: id })).toMatchObject({
      keeper: '李强',
      unit: '缝制一车间',
      keepers: [
        { name: '李强', to: null },
        { name: '王芳', from: today, to: '2026-02-10' },
      ],
    });
    const byInitials = await listPoints(officer, { q: 'EHPDS', withBelow: true, limit: 50 });
    expect(byInitials).toMatchObject({ items: [{ id, name: '二号配电室' }], next: null });
    expect(await exportPoints(officer, { q: 'ehpds' })).toMatchObject({
      rows: [{ unit: expect.stringContaining('缝制一车间'), name: '二号配电室', code, keeper: '王芳', openedOn: today, closedOn: null }],
    });
    expect(await readPlate(as(house, 'worker', workshop), { code: ` ${code.toLowerCase().slice(0, 5)}-${code.slice(5)}` })).toMatchObject({
      id,
    });
    expect(await readPlateAtDoor(house.stranger(), { code, address: '10.0.0.9' })).toEqual({ name: '二号配电室', unit: '缝制一车间' });
    await expect(readPlate(as(house, 'worker', west), { code })).rejects.toMatchObject({ kind: 'missing' });
    await expect(keepPoint(as(later, 'safetyOfficer', mill), { pointId: id, keeperId: wang.id, from: '2026-02-01' })).rejects.toMatchObject(
      { code: 'points.keeper_before_last' },
    );
    await later.close();
  });

  test('is missing from outside its branch, and not for those without the permission', async ({ house, database: { owner } }) => {
    const [point] = await owner.selectFrom('points').selectAll().execute();
    const units = await owner.selectFrom('units').selectAll().execute();
    const [west, mill] = [units.find(({ name }) => name === '西岭羽绒'), units.find(({ name }) => name === '东城一厂')];
    if (point === undefined || west === undefined || mill === undefined) throw new Error('the first test has not run');
    const stranger = as(house, 'safetyOfficer', west);
    const pointId = point.id;

    for (const attempt of [
      () => editPoint(stranger, { pointId, version: point.version, name: '别处', kind: 'other' }),
      () => closePoint(stranger, { pointId, reason: '别处' }),
      () => keepPoint(stranger, { pointId, keeperId: pointId, from: today }),
      () => readPoint(stranger, { pointId }),
      () => createPoint(stranger, { unitId: mill.id, name: '别处' }),
      () => exportPoints(stranger, { unitId: mill.id }),
    ])
      await expect(attempt()).rejects.toMatchObject({ kind: 'missing' });
    await expect(createPoint(as(house, 'worker', mill), { unitId: mill.id, name: 'x' })).rejects.toMatchObject({ kind: 'forbidden' });
    expect((await listPoints(stranger, { withBelow: true, limit: 50 })).items).toEqual([]);
    expect((await exportPoints(stranger, {})).rows).toEqual([]);
  });

  test('that changed meanwhile is not overwritten; a closed one answers no plate', async ({ house, database: { owner } }) => {
    const { id: pointId, code, version } = await owner.selectFrom('points').selectAll().executeTakeFirstOrThrow();
    const mill = await owner.selectFrom('units').selectAll().where('name', '=', '东城一厂').executeTakeFirstOrThrow();
    const officer = as(house, 'safetyOfficer', mill);

    await editPoint(officer, { pointId, version, name: '二号配电室（北）', kind: 'powerRoom', ownNo: 'D-2', place: '二层' });
    await editPoint(officer, { pointId, version: version + 1, name: '二号配电室（北）', kind: 'powerRoom', place: null });

    expect(await readPoint(officer, { pointId })).toMatchObject({ ownNo: 'D-2', place: null, remark: null });
    expect((await listPoints(officer, { q: 'd-2', withBelow: true, limit: 5 })).items).toMatchObject([{ id: pointId }]);

    await expect(editPoint(officer, { pointId, version, name: '旧', kind: 'other' })).rejects.toMatchObject({
      code: 'points.changed_meanwhile',
    });
    await closePoint(officer, { pointId, reason: '拆除' });
    await expect(readPlateAtDoor(house.stranger(), { code, address: null })).rejects.toMatchObject({ code: 'points.not_found' });
    await expect(editPoint(officer, { pointId, version, name: '旧', kind: 'other' })).rejects.toMatchObject({ code: 'points.closed' });
  });

  test('made twice with one id is one point', async ({ house, database: { owner } }) => {
    const mill = await owner.selectFrom('units').selectAll().where('name', '=', '东城一厂').executeTakeFirstOrThrow();
    const wanted = { id: '0198c0de-0000-7000-8000-000000000001', unitId: mill.id, name: '水泵房' };

    const first = await createPoint(as(house, 'hqSafety', mill), wanted);

    expect(await createPoint(as(house, 'hqSafety', mill), wanted)).toEqual(first);
  });
});

describe('the door of a plate', () => {
  test('forgets its visits after a day, by the clock alone', async ({ house, database }) => {
    const { owner } = database;
    const visit = (at: House) => readPlateAtDoor(at.stranger(), { code: 'NOSUCHCODE', address: '192.0.2.7' }).catch(() => null);
    await visit(house);
    const next = houseAt(database, '2026-01-21T03:00:00Z');
    await visit(next);

    expect((await forgetVisits(next.clockwork(), {})).forgotten).toBeGreaterThan(0);
    const kept = await owner.selectFrom('door_visits').select('at').execute();
    expect(kept.map(({ at }) => at.toISOString())).toEqual(['2026-01-21T03:00:00.000Z']);
    await expect(forgetVisits(next.stranger(), {})).rejects.toMatchObject({ kind: 'forbidden' });
    await owner.deleteFrom('door_visits').execute();
    await next.close();
  });

  test('stops guessing from one address, and counts the failures too', async ({ house }) => {
    const guess = (address: string) =>
      readPlateAtDoor(house.stranger(), { code: '2222222222', address }).catch((error: { kind: string }) => error.kind);

    const answers = [];
    for (let n = 0; n < 32; n += 1) answers.push(await guess('10.1.1.1'));

    expect([answers[0], answers[29], answers[30], answers[31]]).toEqual(['missing', 'missing', 'limited', 'limited']);
    expect(await guess('10.1.1.2')).toBe('missing');
    expect(readPlateCode('ab-c2 3')).toBe('ABC23');
  });
});
