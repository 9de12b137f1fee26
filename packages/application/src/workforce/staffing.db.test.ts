import type { Database } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { as, type Given, given, houseAt, test } from '../testing/index.ts';
import {
  appoint,
  assignCertified,
  endAppointment,
  listOfficers,
  listPool,
  listStaffing,
  recordCertificate,
  setBodies,
  setPartTime,
  settleStaffing,
  sweepCertificates,
} from './index.ts';

let units: Given | undefined;
const group = () => units ?? refuse('missing', 'test.first_test_has_not_run');

async function toldTo(owner: Database, about: string) {
  const { rows } = await sql<{ data: { facts: { name: string; days: number }; to: { personIds: string[] } } }>`
    select data from jobs.job where name = 'notices.deliver' and data ->> 'about' = ${about} order by created_on`.execute(owner);
  return rows.map(({ data }) => data);
}

describe('the staffing of a unit', () => {
  test('is found at the end of each month, once, and made up for when nobody looked', async ({ house, database }) => {
    const { owner } = database;
    units = await given.group(owner);
    const { mill, root } = units;
    await given.arranged(owner, (tx) =>
      tx
        .updateTable('units')
        .set({ headcount: 340, province: '山东', flags: ['hasCombustibleDust'] })
        .where('id', '=', mill.id)
        .execute(),
    );
    const officer = as(house, 'safetyOfficer', mill);
    const li = await given.person(owner, mill, { name: '李安' });
    const { id } = await appoint(officer, { personId: li.id, unitId: mill.id, post: 'safetyOfficer', from: '2025-06-01' });

    const december = house.at(new Date('2026-01-01T00:30:00Z')).clockwork();
    expect(await settleStaffing(december, {})).toEqual({ made: 5 });
    expect(await settleStaffing(december, {})).toEqual({ made: 0 });
    const march = house.at(new Date('2026-04-02T00:30:00Z')).clockwork();
    await endAppointment(officer, { appointmentId: id, to: '2026-02-10' });
    expect(await settleStaffing(march, {})).toEqual({ made: 15 });

    const rows = await owner.selectFrom('staffing_months').selectAll().where('unit_id', '=', mill.id).orderBy('month_end').execute();
    expect(rows.map(({ month_end, failures, compliant, vacant_since }) => [month_end, failures, compliant, vacant_since])).toEqual([
      ['2025-12-31', ['director', 'committee'], false, null],
      ['2026-01-31', ['director', 'committee'], false, null],
      ['2026-02-28', ['bodyOrFullTime', 'ratio', 'director', 'committee'], false, null],
      ['2026-03-31', ['bodyOrFullTime', 'ratio', 'director', 'committee'], false, null],
    ]);
    const rootRow = await owner.selectFrom('staffing_months').select('failures').where('unit_id', '=', root.id).execute();
    expect(rootRow[0]?.failures).toEqual([]);
  });

  test('shows what is missing today, and follows what is set right', async ({ house, database: { owner } }) => {
    const { mill, west } = group();
    const officer = as(house, 'safetyOfficer', mill);
    const wang = await given.person(owner, mill, { name: '王总监' });
    const missing = async () => (await listStaffing(officer, { unitId: mill.id })).items[0]?.failures;

    expect(await missing()).toEqual(['director', 'committee']);
    await setBodies(officer, { unitId: mill.id, organisationOn: '2026-01-10', committeeOn: '2026-01-12' });
    const { id } = await appoint(officer, { personId: wang.id, unitId: mill.id, post: 'safetyDirector', from: '2026-01-15' });
    expect(await missing()).toEqual([]);
    const lis = await owner.selectFrom('appointments').select('id').where('post', '=', 'safetyOfficer').executeTakeFirstOrThrow();
    for (const appointmentId of [lis.id, id]) await setPartTime(officer, { appointmentId, partTime: true });
    expect(await missing()).toEqual(['ratio']);
    const officers = await listOfficers(officer, { unitId: mill.id });
    expect(officers.map(({ name, post, partTime }) => [name, post, partTime])).toEqual([
      ['李安', 'safetyOfficer', true],
      ['王总监', 'safetyDirector', true],
    ]);
    await setPartTime(officer, { appointmentId: id, partTime: false });

    const stranger = as(house, 'safetyOfficer', west);
    await expect(setBodies(stranger, { unitId: mill.id, organisationOn: null, committeeOn: null })).rejects.toMatchObject({
      kind: 'missing',
    });
    await expect(listOfficers(stranger, { unitId: mill.id })).rejects.toMatchObject({ kind: 'missing' });
    await expect(setPartTime(stranger, { appointmentId: id, partTime: true })).rejects.toMatchObject({ kind: 'missing' });
    await expect(setBodies(officer, { unitId: mill.id, organisationOn: '2026-01-21', committeeOn: null })).rejects.toMatchObject({
      code: 'workforce.future_date',
    });
    expect((await listStaffing(stranger, {})).items.map(({ unit }) => unit)).toEqual(['西岭羽绒', '西岭一厂']);
  });

  test('is helped by the pool: who is qualified and in no safety post, engineers first', async ({ house, database: { owner } }) => {
    const { mill, west } = group();
    const officer = as(house, 'safetyOfficer', mill);
    const engineer = await given.person(owner, mill, { name: '赵注安' });
    const manager = await given.person(owner, mill, { name: '安合格' });
    const lapsed = await given.person(owner, mill, { name: '失效' });
    const busy = await owner.selectFrom('persons').select('id').where('name', '=', '王总监').executeTakeFirstOrThrow();
    await recordCertificate(officer, { personId: engineer.id, item: 'ZA2', issuedOn: '2024-01-01' });
    await recordCertificate(officer, { personId: manager.id, item: 'AQ2', issuedOn: '2024-01-01' });
    await recordCertificate(officer, { personId: lapsed.id, item: 'AQ2', issuedOn: '2022-01-01' });
    await recordCertificate(officer, { personId: busy.id, item: 'AQ2', issuedOn: '2024-01-01' });

    expect((await listPool(officer, { unitId: mill.id, limit: 10 })).items.map(({ name }) => name)).toEqual(['赵注安', '安合格']);
    expect((await listPool(as(house, 'safetyOfficer', west), { limit: 10 })).items).toEqual([]);
  });
});

describe('the reminders of certificates', () => {
  test('are told once each, only the highest after a week of silence, and a blocked post to head and officer', async ({
    house,
    database,
  }) => {
    const { owner } = database;
    const { mill, workshop } = group();
    const officer = as(house, 'safetyOfficer', mill);
    const driver = await given.person(owner, workshop, { name: '冯叉车' });
    const { id } = await recordCertificate(officer, { personId: driver.id, item: 'N1', issuedOn: '2022-04-21', validUntil: '2026-04-20' });
    await assignCertified(officer, { personId: driver.id, unitId: workshop.id, item: 'N1', from: '2026-01-20' });
    const head = await given.person(owner, workshop, { name: '车间主任' });
    await appoint(officer, { personId: head.id, unitId: workshop.id, post: 'workshopHead', from: '2026-01-20' });

    const look = async (day: string) => {
      const then = houseAt(database, `${day}T02:00:00Z`);
      for (const rule of ['validity', 'review', 'blocked'] as const) await sweepCertificates(then.clockwork(), { rule });
      await then.close();
    };
    for (const day of ['2026-01-20', '2026-01-21', '2026-01-21', '2026-03-25', '2026-04-20']) await look(day);

    const ahead = (await toldTo(owner, 'workforce.certificateDue')).filter(({ facts }) => facts.name === '冯叉车');
    expect(ahead.map(({ facts }) => facts.days)).toEqual([90, 26, 0]);
    expect(ahead[0]?.to.personIds).toContain(driver.id);
    const days = await owner.selectFrom('certificate_reminders').select('days').where('subject_id', '=', id).orderBy('days').execute();
    expect(days.map((each) => each.days)).toEqual([-90, -60, -30, -7, 0]);

    expect(await toldTo(owner, 'workforce.certifiedPostBlocked')).toEqual([]);
    for (const day of ['2026-04-21', '2026-04-22', '2026-05-10']) await look(day);

    const blocked = await toldTo(owner, 'workforce.certifiedPostBlocked');
    expect(blocked.map(({ facts }) => facts.name)).toEqual(['冯叉车']);
    expect(blocked[0]?.to.personIds).toContain(head.id);
    const late = (await toldTo(owner, 'workforce.certificateOverdue')).filter(({ facts }) => facts.name === '冯叉车');
    expect(late.map(({ facts }) => facts.days)).toEqual([1, 20]);
  });
});
