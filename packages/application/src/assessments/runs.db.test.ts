import { randomUUID } from 'node:crypto';

import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { callers, givenHazard, givenTrade, type Trade } from '../testing/hazard-story.ts';
import { as, given, test } from '../testing/index.ts';
import { createUnit } from '../units/index.ts';
import {
  installSchemes,
  listRecords,
  listResults,
  listRuns,
  previewRun,
  readReceipt,
  readResult,
  readTrend,
  runAssessment,
  sweepRuns,
} from './index.ts';
import { computed, on, schemeCode } from './testing/story.ts';

let trade: Trade;

describe('a worker', () => {
  test('orders what is due, once, after its cut-off, and catches up after weeks without one', async ({ database }) => {
    trade = await givenTrade(database.owner);
    await given.arranged(database.owner, (tx) => tx.updateTable('units').set({ headcount: 200 }).where('name', '=', '东城一厂').execute());
    await given.arranged(database.owner, (tx) => tx.updateTable('units').set({ headcount: 100 }).where('name', '=', '西岭一厂').execute());
    const sweptOn = (day: string) =>
      on(database, day, async (house) => {
        await installSchemes(house.clockwork(), {});
        const { ordered } = await sweepRuns(house.clockwork(), {});
        return ordered.filter((order) => order.schemeCode === schemeCode).map(({ period }) => period);
      });

    expect(await sweptOn('2026-04-08')).toEqual(['2026-02', '2026-01', '2025-12', '2025Q4']);
    expect(await sweptOn('2026-04-09')).toEqual(['2026-03', '2026Q1']);
    expect(await sweptOn('2026-04-09')).toEqual([]);
    await on(database, '2026-04-09', (house) =>
      expect(sweepRuns(callers(house, trade).officer, {})).rejects.toMatchObject({ kind: 'forbidden' }),
    );
  });
});

describe('a score', () => {
  test('opens down to the very records, in its branch and nowhere else', async ({ database }) => {
    const { mill, root } = trade;
    for (const day of ['2026-07-01', '2026-09-30'])
      await on(database, day, (house) =>
        givenHazard(database.owner, { trade, by: callers(house, trade) }, 'closed', { foundAt: `${day}T01:00:00Z`, plan: { dueOn: day } }),
      );
    await on(database, '2026-09-10', (house) =>
      createUnit(as(house, 'hqSafety', root), {
        parentId: trade.east.id,
        code: 'NEW',
        name: '新厂',
        kind: 'factory',
        on: '2026-09-10',
        reason: '新设',
      }),
    );
    const { id: runId } = await on(database, '2026-10-20', (house) => computed(house, '2026Q3'));

    await on(database, '2026-10-21', async (house) => {
      const { officer, stranger, hq, worker } = callers(house, trade);
      const ranked = await listResults(hq, { runId, withBelow: true, sort: 'best', limit: 1 });
      expect(ranked).toMatchObject({ total: 5, items: [{ unit: '东城一厂', final: '100.00', place: 1 }] });
      const rest = await listResults(hq, { runId, withBelow: true, sort: 'best', limit: 9, after: ranked.next?.split('~') as never });
      expect(rest.items).toHaveLength(4);
      expect(rest.items.find(({ unit }) => unit === '新厂')).toMatchObject({ status: 'notAssessed', final: null, place: null });
      expect(await listResults(hq, { runId, unitId: trade.east.id, withBelow: true, sort: 'worst', limit: 9 })).toMatchObject({
        figure: { unit: '东城服饰', final: '100.00', headcount: 200 },
      });
      const result = await readResult(officer, { runId, unitId: mill.id });
      expect(result).toMatchObject({ members: 2, last: null, objections: { confirm: 'access.not_permitted' } });

      const asked = { runId, unitId: mill.id, indicator: 'D2', side: 'denominator', limit: 1 } as const;
      const page = await listRecords(officer, asked);
      expect(page).toMatchObject({ counted: 2, visible: 2, unchanged: true, items: [{ unit: '缝制一车间', facts: { stage: 'closed' } }] });
      const [unitId = '', id = ''] = page.next?.split('~') ?? [];
      expect((await listRecords(officer, { ...asked, after: [unitId, id] })).items).toHaveLength(1);
      expect(await listRecords(officer, { ...asked, measure: 'missed' })).toMatchObject({ counted: 0, items: [] });
      await expect(listRecords(officer, { ...asked, indicator: 'D1' })).rejects.toMatchObject({
        code: 'assessments.indicator_without_records',
      });
      await expect(listRecords(stranger, asked)).rejects.toMatchObject({ kind: 'missing' });
      await expect(readResult(stranger, { runId, unitId: mill.id })).rejects.toMatchObject({ kind: 'missing' });
      await expect(readTrend(stranger, { unitId: mill.id, scheme: schemeCode, periodKind: 'quarter', limit: 3 })).rejects.toMatchObject({
        kind: 'missing',
      });
      expect((await listResults(stranger, { runId, withBelow: true, sort: 'best', limit: 9 })).items.map(({ unit }) => unit)).toEqual([
        '西岭一厂',
      ]);
      await expect(listResults(worker, { runId, withBelow: true, sort: 'best', limit: 9 })).rejects.toMatchObject({ kind: 'forbidden' });
    });
  });
});

describe('a period that was never run in its time', () => {
  test('is 补算, counts opening imports from their business dates, and comes to the same ever after', async ({ database }) => {
    const { owner } = database;
    await on(database, '2026-11-02', (house) =>
      givenHazard(owner, { trade, by: callers(house, trade) }, 'assigned', {
        foundAt: '2026-11-02T01:00:00Z',
        plan: { dueOn: '2026-11-02' },
      }),
    );
    const dates = { found_on: '2026-05-04', registered_on: '2026-05-04', due_on: '2026-05-20' };
    const inTime = { ...dates, submitted_on: '2026-05-19', closed_on: '2026-05-20', stage: 'closed' as const };
    const late = { ...dates, submitted_on: '2026-05-19', closed_on: '2026-07-20', stage: 'closed' as const };
    const copy = (over: object, at = '2026-11-03T02:00:00Z') =>
      owner.transaction().execute(async (tx) => {
        await sql`select set_config('app.at', ${at}, true)`.execute(tx);
        const {
          seq: _s,
          number: _n,
          due_key: _d,
          unit_pos: _p,
          ...row
        } = await tx.selectFrom('hazards').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirstOrThrow();
        await tx
          .insertInto('hazards')
          .values({ ...row, id: randomUUID(), origin: 'opening', treatment: null, ...over })
          .execute();
      });
    await copy(inTime);
    await copy(late);
    const run = await on(database, '2026-11-04', (house) => computed(house, '2026Q2'));
    expect(run.kind).toBe('late');
    await copy(inTime, '2026-11-04T08:00:00Z');

    await on(database, '2026-11-05', async (house) => {
      const { officer, hq } = callers(house, trade);
      const { lines, gains } = await readResult(officer, { runId: run.id, unitId: trade.mill.id });
      expect(gains.filter(({ indicator, act }) => indicator === 'D2' && act === 'accept')).toMatchObject([{ when: 'over', count: 1 }]);
      /** What was closed only after the cut-off counts as handed in and not yet accepted. */
      expect(lines.find(({ line }) => line.code === 'D2')?.line).toMatchObject({ numerator: '1', denominator: '2' });
      const again = await previewRun(house.clockwork(), { schemeCode, period: '2026Q2', readAt: house.clock.now().toISOString() });
      expect(again.kept).toMatchObject({ identical: true, resultHash: run.resultHash });
      expect(await readReceipt(officer, { runId: run.id })).toMatchObject({ kind: 'late', inputHash: run.inputHash });
      const anew = await computed(house, '2026Q2', { anew: true });
      expect(anew.resultHash).not.toBe(run.resultHash);
      expect((await listRuns(hq, { period: '2026Q2', superseded: 'true', limit: 9 })).items).toMatchObject([
        { id: anew.id },
        { id: run.id, supersededById: anew.id },
      ]);
      await expect(previewRun(hq, { schemeCode, period: '2026Q9', readAt: house.clock.now().toISOString() })).rejects.toMatchObject({
        code: 'assessments.period_unknown',
      });
      await expect(
        runAssessment(as(house, 'hqSafety', trade.east), { schemeCode, period: '2026Q2', readAt: house.clock.now().toISOString() }),
      ).rejects.toMatchObject({
        code: 'assessments.headquarters_only',
      });
      await expect(
        previewRun(as(house, 'hqSafety', trade.east), { schemeCode, period: '2026Q2', readAt: house.clock.now().toISOString() }),
      ).rejects.toMatchObject({
        code: 'assessments.headquarters_only',
      });
    });
  });
});
