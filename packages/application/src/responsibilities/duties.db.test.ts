import { randomUUID } from 'node:crypto';

import type { Database } from '@changming/database';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import type { House } from '../context.ts';
import { as, given, type Given, houseAt, test } from '../testing/index.ts';
import {
  addDuty,
  chaseResponsibilities,
  countActs,
  endDuty,
  endQuota,
  listDuties,
  listOccurrences,
  listOwnDuties,
  listQuotas,
  makeDuties,
  readDutyBoard,
  readLeadBoard,
  reviseDuty,
  setQuota,
} from './index.ts';

let units: Given;
let head: { id: string };
let officer: { id: string };
let deputy: { id: string };

const did = (owner: Database, verb: string, over: { person_id: string; unit_id: string; at: string }) =>
  owner
    .insertInto('trail')
    .values({
      id: randomUUID(),
      verb,
      subject_id: randomUUID(),
      account_id: null,
      via: 'session',
      from_ip: null,
      before: null,
      after: null,
      ...over,
      at: new Date(over.at),
    })
    .execute();

const makeAll = async (house: House) => {
  while ((await makeDuties(house.clockwork(), {})).more);
  while ((await countActs(house.clockwork(), {})).more);
};
const owed = async (house: House, code: string) =>
  (await listOccurrences(as(house, 'hqSafety', units.root, head.id), { limit: 200, withBelow: true })).items.filter(
    (each) => each.code === code,
  );

const byWords = (a: readonly unknown[], b: readonly unknown[]) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

describe('duties', () => {
  test('are owed by whoever holds the post in the period, once, however often the clock looks', async ({ database }) => {
    const { owner } = database;
    units = await given.group(owner);
    [head, officer, deputy] = [
      await given.person(owner, units.mill, { name: '孙磊' }),
      await given.person(owner, units.mill, { name: '李强' }),
      await given.person(owner, units.mill, { name: '周副' }),
    ];
    const held = (person_id: string, post: string, over: object = {}) => ({
      id: randomUUID(),
      person_id,
      unit_id: units.mill.id,
      point_id: null,
      post,
      from_on: '2025-06-01',
      to_on: null,
      deputy: false,
      ...over,
    });
    await given.arranged(owner, (tx) =>
      tx
        .insertInto('appointments')
        .values([
          held(head.id, 'firstResponsible'),
          held(officer.id, 'safetyOfficer', { from_on: '2026-01-16' }),
          held(deputy.id, 'safetyOfficer', { deputy: true }),
        ] as never)
        .execute(),
    );
    const begin = houseAt(database, '2026-01-01T02:00:00Z');
    await makeAll(begin);
    const house = houseAt(database, '2026-01-20T02:00:00Z');
    await makeAll(house);
    await makeAll(house);

    const months = await owed(house, 'SM7');
    // The officer came on the 16th of 31 days: half of the month is left. Until then the deputy stood for the post.
    expect(months.map(({ person, fromOn, dueOn, deputy: stands }) => [person, fromOn, dueOn, stands]).toSorted(byWords)).toEqual([
      ['周副', '2026-01-01', '2026-01-31', true],
      ['李强', '2026-01-16', '2026-01-31', false],
    ]);
    expect((await owed(house, 'SM5')).filter(({ person }) => person === '李强').map(({ periodOn }) => periodOn)).toEqual(['2026-01-19']);
    expect(await owed(house, 'MR5')).toMatchObject([{ periodOn: '2026-01-01', dueOn: '2026-03-31', state: 'open', needed: 1 }]);
    await Promise.all([begin.close(), house.close()]);
  });

  test('are met by real acts alone: on time, late, missed or waived', async ({ database }) => {
    const { owner } = database;
    const acting = { person_id: officer.id, unit_id: units.mill.id };
    await did(owner, 'hazards.accept', { ...acting, at: '2026-01-31T15:59:59Z' });
    await did(owner, 'inspections.perform', { ...acting, unit_id: units.west.id, at: '2026-01-21T02:00:00Z' });
    await did(owner, 'inspections.perform', { ...acting, at: '2026-01-27T16:00:00Z' });
    await did(owner, 'inspections.perform', { ...acting, at: '2026-01-27T16:01:00Z' });
    const house = houseAt(database, '2026-02-01T02:00:00Z');
    await makeAll(house);

    const january = (await owed(house, 'SM7')).filter(({ periodOn }) => periodOn === '2026-01-01');
    expect(january.map(({ person, state, acts }) => [person, state, acts.map(({ verb }) => verb)]).toSorted(byWords)).toEqual([
      ['周副', 'overdue', []],
      ['李强', 'done', ['hazards.accept']],
    ]);
    // The week from the 19th was missed and made up for by the second inspection of the week after it; one elsewhere counts for nobody here.
    const weeks = (await owed(house, 'SM5')).filter(({ person }) => person === '李强');
    expect(weeks.map(({ periodOn, state }) => [periodOn, state]).toSorted(byWords)).toEqual([
      ['2026-01-19', 'late'],
      ['2026-01-26', 'done'],
    ]);
    const mine = await listOwnDuties(as(house, 'safetyOfficer', units.mill, officer.id), {});
    expect(mine.items.filter(({ code }) => code === 'SM7')).toHaveLength(2);
    expect(mine.standing.map(({ code }) => code)).toContain('SM4');
    // His account sees another branch alone: the duties of his post here are his all the same, and nothing else of the mill is.
    const outside = as(house, 'safetyOfficer', units.west, officer.id);
    expect(await listOwnDuties(outside, {})).toEqual(mine);
    expect((await listOccurrences(outside, { limit: 200, withBelow: true })).items).toEqual([]);
    expect((await listOwnDuties(as(house, 'safetyOfficer', units.mill), {})).items).toEqual([]);
    // What awaits records of contexts to come is shown and owed by nobody, so that nothing of it is ever missed.
    const awaited = await owner
      .selectFrom('duties')
      .select('code')
      .where(sql<boolean>`cardinality(proof) = 0`)
      .where('period', '<>', 'always')
      .execute();
    const codes = awaited.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['MR4', 'MR6', 'SM4', 'LEAD_HOT_WORK', 'LEAD_OUTSOURCING', 'LEAD_DRILL']));
    expect(await owner.selectFrom('duty_occurrences').select('id').where('code', 'in', codes).execute()).toEqual([]);
    await given.arranged(owner, (tx) =>
      tx.updateTable('appointments').set({ to_on: '2026-02-10' }).where('person_id', '=', officer.id).execute(),
    );
    const after = houseAt(database, '2026-02-11T02:00:00Z');
    await makeAll(after);
    expect((await owed(after, 'SM7')).map(({ person, periodOn, state }) => [person, periodOn, state]).toSorted(byWords)).toEqual([
      ['周副', '2026-01-01', 'missed'],
      ['周副', '2026-02-01', 'open'],
      ['李强', '2026-01-01', 'done'],
      ['李强', '2026-02-01', 'waived'],
    ]);
    const board = await readDutyBoard(as(after, 'hqSafety', units.root, head.id), {
      unitId: units.mill.id,
      from: '2026-01-01',
      to: '2026-01-31',
    });
    expect(board.units[0]).toMatchObject({ unit: '东城一厂', late: 1, missed: expect.any(Number) as number });
    await expect(readDutyBoard(as(after, 'unitHead', units.west), { unitId: units.mill.id })).rejects.toMatchObject({ kind: 'missing' });
    await Promise.all([house.close(), after.close()]);
  });

  test('that are overdue are told of once: the person, then whoever stands above', async ({ database }) => {
    const house = houseAt(database, '2026-02-11T02:00:00Z');

    const first = await chaseResponsibilities(house.clockwork(), { what: 'duties' });

    expect(first.told).toBeGreaterThan(0);
    expect(await chaseResponsibilities(house.clockwork(), { what: 'duties' })).toEqual({ told: 0, next: null });
    await house.close();
  });

  test('units add their own below what is asked from above, and change nothing of it', async ({ house }) => {
    const own = {
      unitId: units.mill.id,
      code: 'MILL-1',
      kind: 'onePost' as const,
      posts: ['unitHead' as const],
      text: '每周检查充绒间除尘',
      source: '东城一厂安全管理办法',
      period: 'week' as const,
      proof: ['inspections.perform'],
      fromOn: '2026-01-20',
    };
    const caller = as(house, 'safetyOfficer', units.mill, officer.id);
    const { id } = await addDuty(caller, own);

    await expect(addDuty(as(house, 'safetyOfficer', units.west), own)).rejects.toMatchObject({ kind: 'missing' });
    await expect(addDuty(as(house, 'safetyOfficer', units.east, officer.id), { ...own, unitId: units.east.id })).rejects.toMatchObject({
      code: 'responsibilities.duty_code_taken',
    });
    await expect(addDuty(caller, { ...own, code: 'MR1' })).rejects.toMatchObject({ code: 'responsibilities.duty_code_taken' });
    await expect(addDuty(caller, { ...own, code: 'M2', proof: ['hazards.wish'] })).rejects.toMatchObject({
      code: 'responsibilities.verb_unknown',
    });
    const shipped = (await listDuties(caller, { unitId: units.mill.id })).items.find(({ code }) => code === 'MR1');
    await expect(endDuty(caller, { dutyId: shipped?.id ?? '', toOn: '2026-01-21' })).rejects.toMatchObject({
      code: 'responsibilities.duty_not_found',
    });
    const { unitId: _unitId, code: _code, ...said } = own;
    await expect(reviseDuty(as(house, 'safetyOfficer', units.west), { dutyId: id, ...said, fromOn: '2026-02-01' })).rejects.toMatchObject({
      kind: 'missing',
    });
    const revised = await reviseDuty(caller, { dutyId: id, ...said, text: '每周检查充绒间除尘并记录', fromOn: '2026-02-01' });
    await expect(endDuty(as(house, 'safetyOfficer', units.workshop), { dutyId: revised.id, toOn: '2026-03-01' })).rejects.toMatchObject({
      code: 'responsibilities.duty_not_found',
    });
    expect(
      (await listDuties(caller, { unitId: units.workshop.id, on: '2026-02-01' })).items.find(({ code }) => code === 'MILL-1')?.text,
    ).toContain('并记录');
    expect((await listDuties(as(house, 'safetyOfficer', units.west), {})).items.map(({ code }) => code)).not.toContain('MILL-1');
  });

  test('five leads: below may ask more than above, never less, and only real acts fill what is asked', async ({ database }) => {
    const { owner } = database;
    const house = houseAt(database, '2026-03-25T02:00:00Z');
    const lead = { code: 'LEAD_MAJOR_HAZARD' as const, period: 'quarter' as const, times: 2 };
    const east = as(house, 'unitHead', units.east, head.id);
    await setQuota(as(house, 'hqSafety', units.root, head.id), { unitId: units.root.id, ...lead });

    await expect(setQuota(east, { unitId: units.mill.id, ...lead, times: 1 })).rejects.toMatchObject({
      code: 'responsibilities.laxer_than_above',
    });
    await expect(setQuota(as(house, 'unitHead', units.west), { unitId: units.mill.id, ...lead })).rejects.toMatchObject({
      kind: 'missing',
    });
    const { id } = await setQuota(east, { unitId: units.mill.id, ...lead, period: 'month', times: 1 });
    await expect(setQuota(east, { id, unitId: units.east.id, ...lead, period: 'month', times: 1 })).rejects.toMatchObject({
      code: 'responsibilities.id_taken',
    });
    await expect(endQuota(as(house, 'unitHead', units.west), { quotaId: id })).rejects.toMatchObject({ kind: 'missing' });
    await endQuota(east, { quotaId: id });
    expect((await listQuotas(east, { unitId: units.mill.id })).items[0]).toMatchObject({ period: 'quarter', times: 2, unit: '岚枝集团' });
    const april = houseAt(database, '2026-04-20T02:00:00Z');
    await did(owner, 'inspections.perform', { person_id: head.id, unit_id: units.workshop.id, at: '2026-04-02T02:00:00Z' });
    await makeAll(april);
    const board = async () =>
      (await readLeadBoard(as(april, 'unitHead', units.mill, head.id), {})).items.filter(({ code }) => code === lead.code);
    expect(await board()).toMatchObject([{ state: 'open', needed: 2, acts: [{ verb: 'inspections.perform' }] }]);
    await did(owner, 'hazards.confirmMajor', { person_id: head.id, unit_id: units.mill.id, at: '2026-04-20T02:00:00Z' });
    await makeAll(april);
    expect(await board()).toMatchObject([{ state: 'done', acts: [{}, {}] }]);
    await Promise.all([house.close(), april.close()]);
  });
});
