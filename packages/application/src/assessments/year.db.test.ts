import type { TestDatabase } from '@changming/database/testing';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import type { Caller, House } from '../context.ts';
import { reopenHazard } from '../hazards/index.ts';
import { callers, givenHazard, givenTrade, type Trade } from '../testing/hazard-story.ts';
import { as, given, test } from '../testing/index.ts';
import { createUnit, editProfile, mergeUnits, moveUnit } from '../units/index.ts';
import { concludeRun, installSchemes, listRuns, moveRun, previewRun, readDiff, readReceipt, readResult, readTrend } from './index.ts';
import { computed, on, schemeCode } from './testing/story.ts';

const ofQ1 = { schemeCode, period: '2026Q1' };

let trade: Trade;

/** A hazard that is due and closed on a day of the first quarter, told by the people of the workshop. */
async function closedOn(database: TestDatabase, day: string, plan: object = {}) {
  return on(database, day, (house) =>
    givenHazard(database.owner, { trade, by: callers(house, trade) }, 'closed', {
      foundAt: `${day}T01:00:00Z`,
      plan: { dueOn: day, ...plan },
    }),
  );
}

describe('a year of reorganisation', () => {
  test('a quarter is computed from what was known at its cut-off, and keeps a receipt', async ({ database }) => {
    trade = await givenTrade(database.owner);
    await given.arranged(database.owner, (tx) => tx.updateTable('units').set({ headcount: 120 }).where('kind', '=', 'factory').execute());
    await on(database, '2026-01-05', (house) => installSchemes(house.clockwork(), {}));
    for (const day of ['2026-01-20', '2026-02-10', '2026-03-05']) await closedOn(database, day);
    await on(database, '2026-03-20', (house) =>
      givenHazard(database.owner, { trade, by: callers(house, trade) }, 'rectifying', {
        foundAt: '2026-03-20T01:00:00Z',
        plan: { dueOn: '2026-03-20' },
      }),
    );

    await on(database, '2026-04-01', async (house) => {
      await expect(computed(house, '2026Q1')).rejects.toMatchObject({ code: 'assessments.cut_off_ahead' });
    });
    await on(database, '2026-04-09', async (house) => {
      const run = await computed(house, '2026Q1');
      expect(run).toMatchObject({ kind: 'regular', units: 4 });
      await expect(computed(house, '2026Q1')).rejects.toMatchObject({ code: 'assessments.already_run' });
      await expect(computed(house, '2026Q1', { id: run.id, anew: true })).rejects.toMatchObject({ code: 'assessments.already_run' });
      const receipt = await readReceipt(callers(house, trade).hq, { runId: run.id });
      expect(receipt).toMatchObject({ resultHash: run.resultHash, facts: { hazards: 4 } });
      expect(receipt.knownAt.toISOString()).toBe('2026-04-08T16:00:00.000Z');
      const result = await readResult(callers(house, trade).officer, { runId: run.id, unitId: trade.mill.id });
      expect(result.lines.find(({ line }) => line.code === 'D2')).toMatchObject({
        line: { numerator: '3', denominator: '4', value: '75.00', score: '1.00' },
        receipts: { due: { count: 4 }, onTime: { count: 3 } },
      });
    });
  });

  test('and comes to the very same after a move, a merger, a reopening and a new version of the rules', async ({ database }) => {
    const { owner } = database;
    const { root, west, mill, workshop } = trade;
    const [first] = await owner.selectFrom('assessment_runs').selectAll().execute();
    await on(database, '2026-04-20', async (house) => {
      const by = callers(house, trade);
      const [closed] = await owner.selectFrom('hazards').select('id').where('stage', '=', 'closed').orderBy('found_on').execute();
      await reopenHazard(by.millHead, { hazardId: closed?.id ?? '', reason: '又堵了', dueOn: '2026-04-25' });
    });
    await on(database, '2026-05-06', (house) =>
      moveUnit(as(house, 'hqSafety', root), { unitId: mill.id, parentId: west.id, on: '2026-05-06', reason: '划转' }),
    );
    await on(database, '2026-06-03', async (house) => {
      const by = as(house, 'hqSafety', root);
      const { id: intoId } = await createUnit(by, {
        name: '缝制二车间',
        code: 'SEW-2',
        kind: 'workshop',
        parentId: mill.id,
        on: '2026-06-03',
        reason: '新设',
      });
      await mergeUnits(by, { unitId: workshop.id, intoId, on: '2026-06-03', reason: '合并' });
    });
    await on(database, '2026-06-04', (house) => {
      const profile = { headcount: 90, province: null, industry: null, flags: [] };
      return editProfile(as(house, 'hqSafety', root), { unitId: mill.id, version: 2, shortNames: [], profile });
    });

    await on(database, '2026-07-20', async (house) => {
      const again = await previewRun(house.clockwork(), { ...ofQ1, readAt: house.clock.now().toISOString() });
      expect(again).toMatchObject({ inputHash: first?.input_hash, resultHash: first?.result_hash, kept: { identical: true } });
      const later = await previewRun(house.clockwork(), {
        ...ofQ1,
        knownAt: '2026-07-20T00:00:00Z',
        readAt: house.clock.now().toISOString(),
      });
      expect(later.kept).toBeNull();
      expect(later.resultHash).not.toBe(first?.result_hash);
    });
  });

  test('late facts restate what was published, and the difference is told by its causes', async ({ database }) => {
    const { owner } = database;
    const { mill } = trade;
    const [first] = await owner.selectFrom('assessment_runs').select('id').execute();
    const runId = first?.id ?? '';
    await on(database, '2026-07-21', (house) => move(house, runId, ['ask']));
    await on(database, '2026-07-29', (house) => move(house, runId, ['hearAppeals']));
    await on(database, '2026-08-05', (house) => move(house, runId, ['review', 'finalise']));
    await on(database, '2026-08-06', async (house) => {
      const by = callers(house, trade);
      await expect(concludeRun(by.hq, { runId, step: 'publish' })).rejects.toMatchObject({ code: 'assessments.same_person' });
      await concludeRun(by.hqSecond, { runId, step: 'publish' });
      await owner.transaction().execute(async (tx) => {
        await sql`select set_config('app.at', '2026-08-05T02:00:00Z', true)`.execute(tx);
        await tx.updateTable('unit_spans').set({ kind: 'workshop' }).where('unit_id', '=', trade.west.id).execute();
      });
      const restated = await computed(house, '2026Q1', { reason: '发现迟报' });
      expect(restated.kind).toBe('restated');
      const diff = await readDiff(by.hq, { runId: restated.id, limit: 50 });
      expect(diff.against).toBe(runId);
      expect(diff.items.find(({ unitId }) => unitId === mill.id)).toMatchObject({
        presence: 'stays',
        lines: [{ code: 'D2', before: '1.00', after: '0.00' }],
        causes: [{ cause: 'reopened', count: 1 }],
      });
      const [reopened] = diff.items.find(({ unitId }) => unitId === mill.id)?.causes ?? [];
      const hazard = await owner.selectFrom('hazards').select(['id', 'number']).where('reopenings', '>', 0).executeTakeFirstOrThrow();
      expect(reopened?.records).toMatchObject([{ id: hazard.id, table: 'hazards', hazardId: hazard.id, number: hazard.number }]);
      expect(diff.items.find(({ unitId }) => unitId === trade.west.id)).toMatchObject({
        presence: 'left',
        finalAfter: null,
        causes: [{ cause: 'tree', count: 1 }],
      });
      expect(diff.items).toHaveLength(2);
      expect((await readDiff(by.stranger, { runId: restated.id, limit: 50 })).items).toEqual([]);
      await expect(readDiff(by.hq, { runId, limit: 50 })).rejects.toMatchObject({ code: 'assessments.not_a_restatement' });
      const moved = await owner.selectFrom('units').selectAll().where('id', '=', mill.id).executeTakeFirstOrThrow();
      const head = as(house, 'unitHead', moved, trade.people.millHead.id);
      expect(await trendOf(head)).toMatchObject([{ period: '2026Q1', runId, runKind: 'regular', openRestatement: false }]);
      expect(await trendOf(by.hq)).toMatchObject([{ period: '2026Q1', runId: restated.id, runKind: 'restated', openRestatement: true }]);
      expect(await trendOf(by.analyst)).toMatchObject([{ runId }]);
      expect(await countingOf(head)).toEqual([runId]);
      expect(await countingOf(by.hq)).toEqual([restated.id]);
      const next = { runId: (await computed(house, '2026Q2')).id, unitId: mill.id };
      expect((await readResult(head, next)).last).toMatchObject({ runId, openRestatement: false });
      expect((await readResult(by.hq, next)).last).toMatchObject({ runId: restated.id, openRestatement: true });
    });
    await expect(sql`update assessment_runs set result_hash = 'x' where id = ${runId}`.execute(owner)).rejects.toThrow('does not change');
    await expect(sql`update assessment_schemes set name = 'x' where stage = 'published'`.execute(owner)).rejects.toThrow('does not change');
  });

  test('a restatement takes the place of what was published when it is published itself', async ({ database }) => {
    const { owner } = database;
    const restated = await owner.selectFrom('assessment_runs').selectAll().where('kind', '=', 'restated').executeTakeFirstOrThrow();
    const formerId = restated.restates_id ?? '';
    const former = () => owner.selectFrom('assessment_runs').selectAll().where('id', '=', formerId).executeTakeFirstOrThrow();
    await on(database, '2026-08-07', (house) => move(house, restated.id, ['ask']));
    await on(database, '2026-08-17', (house) => move(house, restated.id, ['hearAppeals']));
    await on(database, '2026-08-24', (house) => move(house, restated.id, ['review', 'finalise']));
    expect((await former()).superseded_by_id).toBeNull();

    await on(database, '2026-08-25', async (house) => {
      const { hq, hqSecond } = callers(house, trade);
      await concludeRun(hqSecond, { runId: restated.id, step: 'publish' });
      await expect(concludeRun(hq, { runId: formerId, step: 'archive' })).rejects.toMatchObject({ code: 'assessments.wrong_stage' });
    });
    expect((await former()).superseded_by_id).toBe(restated.id);
    await on(database, '2026-08-26', async (house) => {
      const moved = await owner.selectFrom('units').selectAll().where('id', '=', trade.mill.id).executeTakeFirstOrThrow();
      const head = as(house, 'unitHead', moved, trade.people.millHead.id);
      expect(await trendOf(head)).toMatchObject([{ runId: restated.id, openRestatement: false }, { period: '2026Q2' }]);
      expect(await countingOf(head)).toEqual([restated.id]);
    });
  });
});

async function trendOf(reader: Caller) {
  return (await readTrend(reader, { unitId: trade.mill.id, scheme: schemeCode, periodKind: 'quarter', limit: 4 })).items;
}

async function countingOf(reader: Caller) {
  const { items } = await listRuns(reader, { period: '2026Q1', superseded: 'true', limit: 10 });
  return items.filter(({ counts }) => counts).map(({ id }) => id);
}

async function move(house: House, runId: string, steps: readonly ('ask' | 'hearAppeals' | 'review' | 'finalise')[]) {
  const { hq } = callers(house, trade);
  for (const step of steps) await (step === 'finalise' ? concludeRun(hq, { runId, step }) : moveRun(hq, { runId, step }));
}
