import { listRuns, orderRun } from '@changming/application/assessments';
import { as, given, houseAt, test } from '@changming/application/testing';
import { sql } from 'kysely';
import { PgBoss } from 'pg-boss';
import { pino } from 'pino';
import { expect } from 'vitest';

import { jobTools, runUntilIdle } from '../../boss.ts';
import { compute, fillCounts, sweep } from './jobs.ts';

const outside = { mailer: null, publicUrl: 'http://127.0.0.1:8080', dataDir: '/tmp' };

test('what is due is computed by the clock, what headquarters orders by its name, and each once', async ({ database }) => {
  const { owner, url } = database;
  const { root } = await given.group(owner);
  const house = houseAt(database, '2026-04-10T02:00:00Z');
  const boss = new PgBoss({ connectionString: url, schema: 'jobs', migrate: false, schedule: false, supervise: false });
  await boss.start();
  const work = () => runUntilIdle(boss, [sweep, compute], { tools: jobTools(boss, house, outside), log: pino({ level: 'silent' }) });
  const hq = as(house, 'hqSafety', root, (await given.person(owner, root)).id);
  const listed = (scheme: string) => listRuns(hq, { scheme, superseded: 'true', limit: 50 });
  const runs = async (scheme = 'hazard-treatment') => (await listed(scheme)).items.map(({ period, kind }) => `${period} ${kind}`);

  await work();
  const due = await runs();
  await work();
  expect(due.toSorted()).toEqual(['2025-12 late', '2025Q4 late', '2026-01 late', '2026-02 late', '2026-03 regular', '2026Q1 regular']);
  expect(await runs()).toEqual(due);
  expect((await runs('dual-prevention')).toSorted()).toEqual(['2026-01 late', '2026-02 late', '2026-03 regular', '2026Q1 regular']);

  const { id } = await orderRun(hq, { schemeCode: 'hazard-treatment', period: '2025Q3' });
  await orderRun(hq, { schemeCode: 'hazard-treatment', period: '2026Q1', anew: true, reason: '更正后重算' });
  await work();
  const after = await listed('hazard-treatment');
  expect(after.items).toHaveLength(due.length + 2);
  expect(after.items.find((run) => run.id === id)).toMatchObject({ period: '2025Q3', kind: 'late' });
  const anew = after.items.filter(({ period }) => period === '2026Q1');
  expect(anew.filter(({ supersededById }) => supersededById === null)).toHaveLength(1);
  expect(anew).toHaveLength(2);
  await boss.stop({ graceful: false });
  await house.close();
});

test('scores that do not tell yet what each of their units counted are given it, whatever else there is to do', async ({ database }) => {
  const { owner, url } = database;
  const house = houseAt(database, '2026-04-10T02:00:00Z');
  const boss = new PgBoss({ connectionString: url, schema: 'jobs', migrate: false, schedule: false, supervise: false });
  await boss.start();
  const counts = async () =>
    (await owner.selectFrom('assessment_results').select(['run_id', 'unit_id', 'member_counts']).execute()).toSorted(byKey);
  const before = await counts();
  await sql`alter table assessment_results disable trigger keep_result`.execute(owner);
  await owner.updateTable('assessment_results').set({ member_counts: null }).execute();

  await runUntilIdle(boss, [fillCounts], { tools: jobTools(boss, house, outside), log: pino({ level: 'silent' }) });

  expect(await counts()).toEqual(before);
  expect(before.filter((row) => row.member_counts !== null).length).toBeGreaterThan(10);
  await boss.stop({ graceful: false });
  await house.close();
});

type Key = { readonly run_id: string; readonly unit_id: string };

function byKey(a: Key, b: Key): number {
  return `${a.run_id} ${a.unit_id}` < `${b.run_id} ${b.unit_id}` ? -1 : 1;
}
