import {
  listDocuments,
  listOccurrences,
  orderOccurrences,
  orderPlans,
  readCoverage,
  readDocumentPart,
} from '@changming/application/inspections';
import { givenAccount, holding, houseAt, test } from '@changming/application/testing';
import { callers } from '@changming/application/testing/hazard-story';
import { givenDailyPlan, givenFloor } from '@changming/application/testing/inspection-story';
import { readWorkbook } from '@changming/documents/excel';
import { sql } from 'kysely';
import { PgBoss } from 'pg-boss';
import { pino } from 'pino';
import { expect } from 'vitest';

import { jobTools, runUntilIdle } from '../../boss.ts';
import { jobs } from '../../jobs.ts';

const outside = { mailer: null, publicUrl: 'http://lamp.example.test', dataDir: '' };

test('the worker installs the library, makes what is owed, settles and tells of misses, and counts them, once each', async ({
  house,
  database,
}) => {
  const { owner, url } = database;
  const floor = await givenFloor(house, owner);
  await givenDailyPlan(floor);
  const later = houseAt(database, '2026-01-24T02:00:00Z');
  const boss = new PgBoss({ connectionString: url, schema: 'jobs', migrate: false, schedule: false, supervise: false });
  boss.on('error', () => {});
  await boss.start();
  const own = jobs.filter(({ name }) => name.startsWith('inspections.') || name === 'notices.deliver');
  const work = () => runUntilIdle(boss, own, { tools: jobTools(boss, later, outside), log: pino({ level: 'silent' }) });
  const told = async () => {
    const notices = owner.selectFrom('notices as n').innerJoin('persons as p', 'p.id', 'n.person_id').select(['n.about', 'p.name']);
    return (await notices.where('n.about', 'like', 'inspections.%').execute()).map(({ about, name }) => `${about} ${name}`).toSorted();
  };

  await work();
  const first = await told();
  await work();

  const officer = callers(later, floor.trade).officer;
  const { items } = await listOccurrences(officer, { from: '2026-01-01', to: '2026-01-31', withBelow: true, limit: 200 });
  expect(items.filter(({ state }) => state === 'missed')).toHaveLength(12);
  expect((await readCoverage(officer, { period: '2026-01' })).total).toMatchObject({ owed: 14, missed: 12, open: 2 });
  expect((await sql`select from inspection_deltas`.execute(owner)).rows).toEqual([]);
  expect((await owner.selectFrom('inspection_checklists').select('id').execute()).length).toBeGreaterThan(1);
  /** One notice for each of the six days, of both points. */
  expect(first).toEqual(Array.from({ length: 6 }, () => 'inspections.missed 王芳'));
  expect(await told()).toEqual(first);

  const { id: accountId } = await givenAccount(owner, { person: floor.trade.people.officer, role: 'safetyOfficer', at: floor.trade.mill });
  const asking = later.callerFor({ ...holding('safetyOfficer', floor.trade.mill), personId: floor.trade.people.officer.id, accountId });
  const filter = { unitId: floor.trade.mill.id, from: '2026-01-01', to: '2026-01-31', withBelow: true, state: ['missed' as const] };
  const { id: documentId } = await orderOccurrences(asking, { language: 'zh-CN', filter });
  await orderPlans(asking, { language: 'zh-CN', filter: { withBelow: true } });
  await work();
  const { items: made } = await listDocuments(asking, undefined);
  expect(made.map(({ list, state, rows }) => `${list} ${state} ${rows}`).toSorted()).toEqual(['occurrences ready 12', 'plans ready 1']);
  const [sheet] = (await readWorkbook(Buffer.from((await readDocumentPart(asking, { documentId, at: 0 })) ?? []))).sheets;
  expect(sheet?.rows).toHaveLength(13);
  const moved = later.callerFor({ ...holding('safetyOfficer', floor.trade.farMill), personId: floor.trade.people.officer.id, accountId });
  await expect(readDocumentPart(moved, { documentId, at: 0 })).rejects.toMatchObject({ kind: 'missing' });
  await expect(orderOccurrences(moved, { language: 'en', filter })).rejects.toMatchObject({ code: 'units.not_found' });
  await boss.stop({ graceful: false });
  await later.close();
});
