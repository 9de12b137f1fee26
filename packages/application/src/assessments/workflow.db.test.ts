import { garment35Draft, hazardTreatmentV1 } from '@changming/domain/assessments';
import type { Database } from '@changming/database';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { callers, givenHazard, givenTrade, type Trade } from '../testing/hazard-story.ts';
import { as, test } from '../testing/index.ts';
import {
  answerAppeal,
  concludeRun,
  confirmResult,
  decideFinding,
  installSchemes,
  listFindings,
  listRuns,
  listSchemes,
  lodgeAppeal,
  moveRun,
  orderRun,
  proposeFinding,
  publishScheme,
  readReceipt,
  readResult,
  readRun,
  readScheme,
  saveScheme,
  tellUnits,
} from './index.ts';
import { computed, on, schemeCode } from './testing/story.ts';

let trade: Trade;
let runId = '';

type Notice = { readonly unitId: string; readonly facts: Readonly<Record<string, string>> };

/** What was handed over to be told. */
async function noticesOf(owner: Database, about: string): Promise<Notice[]> {
  const { rows } = await sql<{ data: Notice }>`
    select data from jobs.job where name = 'notices.deliver' and data ->> 'about' = ${about}`.execute(owner);
  return rows.map(({ data }) => data);
}

describe('a scheme', () => {
  test('is drafted by one person and published by another, and from then on stays as it is', async ({ house, database: { owner } }) => {
    trade = await givenTrade(owner);
    const { hq, hqSecond, officer, eastHead } = callers(house, trade);
    await installSchemes(house.clockwork(), {});
    expect(await installSchemes(house.clockwork(), {})).toEqual({ installed: 0 });
    expect((await listSchemes(officer, {})).items.map(({ code, stage }) => `${code} ${stage}`)).toEqual([
      'comprehensive published',
      'dual-prevention published',
      'garment-35 draft',
      'hazard-treatment published',
    ]);
    expect((await readScheme(officer, { code: 'garment-35', version: 1 })).awaited).toHaveLength(8);

    const gap = { ...hazardTreatmentV1, version: 2, bands: hazardTreatmentV1.bands.slice(1) };
    expect(await saveScheme(hq, { scheme: gap })).toMatchObject({ faults: [{ fault: 'band_gap' }] });
    const version = { code: schemeCode, version: 2 };
    await expect(publishScheme(hqSecond, { ...version, effectiveFrom: '2026-04-01' })).rejects.toMatchObject({
      code: 'assessments.band_gap',
    });
    await saveScheme(hq, { scheme: { ...hazardTreatmentV1, version: 2 } });
    await expect(publishScheme(hq, { ...version, effectiveFrom: '2026-04-01' })).rejects.toMatchObject({ code: 'assessments.own_scheme' });
    await expect(publishScheme(hqSecond, { ...version, effectiveFrom: '2023-04-01' })).rejects.toMatchObject({
      code: 'assessments.version_in_force',
    });
    await expect(publishScheme(hqSecond, { ...version, effectiveFrom: '2026-04-02' })).rejects.toMatchObject({
      code: 'assessments.not_a_period_start',
    });
    await publishScheme(hqSecond, { ...version, effectiveFrom: '2026-04-01' });
    await expect(saveScheme(hq, { scheme: { ...hazardTreatmentV1, version: 2 } })).rejects.toMatchObject({
      code: 'assessments.scheme_published',
    });

    await expect(saveScheme(officer, { scheme: garment35Draft })).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(publishScheme(eastHead, { ...version, effectiveFrom: '2026-07-01' })).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(saveScheme(as(house, 'hqSafety', trade.east), { scheme: garment35Draft })).rejects.toMatchObject({
      code: 'assessments.headquarters_only',
    });
    await expect(readScheme(officer, { code: 'none', version: 1 })).rejects.toMatchObject({ kind: 'missing' });
  });
});

describe('a finding', () => {
  test('counts once a second person has approved it', async ({ house, database }) => {
    const { owner } = database;
    const { hq, hqSecond, officer, stranger } = callers(house, trade);
    await givenHazard(owner, { trade, by: callers(house, trade) }, 'closed');
    const veto = { unitId: trade.workshop.id, schemeCode, kind: 'veto', rule: 'V8', on: '2026-01-18', reason: '查实台账造假' } as const;

    const { id } = await proposeFinding(hq, veto);
    await expect(decideFinding(hq, { findingId: id, approved: true })).rejects.toMatchObject({ code: 'assessments.own_finding' });
    await expect(proposeFinding(hq, { ...veto, rule: 'V77' })).rejects.toMatchObject({ code: 'assessments.rule_unknown' });
    await expect(proposeFinding(hq, { ...veto, kind: 'correction', rule: 'D2' })).rejects.toMatchObject({
      code: 'assessments.period_unknown',
    });
    await expect(proposeFinding(as(house, 'hqSafety', trade.east), veto)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(decideFinding(as(house, 'hqSafety', trade.east), { findingId: id, approved: true })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    const told = async (caller: typeof hq) => (await listFindings(caller, { stage: 'proposed', kind: 'veto', limit: 10 })).items;
    expect(await told(hq)).toMatchObject([{ id, objection: 'assessments.own_finding' }]);
    expect(await told(hqSecond)).toMatchObject([{ id, objection: null }]);
    expect(await told(officer)).toMatchObject([{ id, objection: 'access.not_permitted' }]);
    expect((await listFindings(hq, { kind: 'bonus', limit: 10 })).items).toEqual([]);
    await decideFinding(hqSecond, { findingId: id, approved: true });
    await expect(decideFinding(hqSecond, { findingId: id, approved: true })).rejects.toMatchObject({ code: 'assessments.finding_decided' });
    expect((await listFindings(officer, { limit: 10 })).items).toMatchObject([{ id, stage: 'approved', rule: 'V8' }]);
    expect((await listFindings(stranger, { limit: 10 })).items).toEqual([]);

    await on(database, '2026-02-11', async (later) => {
      ({ id: runId } = await computed(later, '2026-01'));
      const result = await readResult(callers(later, trade).officer, { runId, unitId: trade.mill.id });
      expect(result).toMatchObject({ grade: 'VETO', findings: [{ rule: 'V8', recordId: id }] });
      expect(result.gradeBeforeVeto).not.toBe('VETO');
    });
  });
});

describe('a run', () => {
  test('goes from unit to unit and up to publication, each step by whom and when it may be', async ({ database }) => {
    const { mill } = trade;
    const { owner } = database;
    await on(database, '2026-02-12', async (house) => {
      const { hq, officer, millHead, stranger, eastHead } = callers(house, trade);
      expect((await readRun(hq, { runId })).objections).toMatchObject({ ask: null, finalise: 'assessments.wrong_stage' });
      expect((await readRun(officer, { runId })).objections['ask']).toBe('access.not_permitted');
      await expect(moveRun(as(house, 'hqSafety', trade.east), { runId, step: 'ask' })).rejects.toMatchObject({ kind: 'forbidden' });
      await expect(moveRun(officer, { runId, step: 'ask' })).rejects.toMatchObject({ kind: 'forbidden' });
      await expect(confirmResult(millHead, { runId, unitId: mill.id })).rejects.toMatchObject({ code: 'assessments.wrong_stage' });
      await moveRun(hq, { runId, step: 'ask', note: '请核对' });
      const { told } = await tellUnits(house.clockwork(), { runId, after: null });
      expect(await tellUnits(house.clockwork(), { runId, after: null })).toEqual({ told, next: null });
      expect((await noticesOf(owner, 'assessments.asked')).map(({ facts }) => facts['unit'])).toHaveLength(told);
      expect(await noticesOf(owner, 'assessments.asked')).toContainEqual(
        expect.objectContaining({
          unitId: mill.id,
          to: { posts: ['unitHead', 'safetyOfficer'] },
          link: `/assessments/runs/${runId}/units/${mill.id}`,
        }),
      );
      await expect(moveRun(hq, { runId, step: 'hearAppeals' })).rejects.toMatchObject({ code: 'assessments.time_not_up' });
      await confirmResult(millHead, { runId, unitId: mill.id });
      await expect(confirmResult(millHead, { runId, unitId: mill.id })).rejects.toMatchObject({ code: 'assessments.confirmed_already' });
      await expect(confirmResult(millHead, { runId, unitId: trade.farMill.id })).rejects.toMatchObject({ kind: 'missing' });
      await expect(confirmResult(stranger, { runId, unitId: trade.farMill.id })).rejects.toMatchObject({ kind: 'forbidden' });
      await confirmResult(eastHead, { runId, unitId: trade.east.id });
    });
    await on(database, '2026-03-02', async (house) => {
      const { hq, hqSecond, millHead, eastHead, officer, stranger } = callers(house, trade);
      await moveRun(hq, { runId, step: 'hearAppeals' });
      const appeal = { runId, unitId: mill.id, indicator: 'D2', reason: '该条已在期限内提交' };
      await expect(lodgeAppeal(millHead, { ...appeal, indicator: 'Z9' })).rejects.toMatchObject({ code: 'assessments.rule_unknown' });
      await expect(lodgeAppeal(millHead, { ...appeal, unitId: trade.farMill.id })).rejects.toMatchObject({ kind: 'missing' });
      const { id } = await lodgeAppeal(millHead, appeal);
      expect((await readResult(officer, { runId, unitId: mill.id })).appeals).toMatchObject([
        { id, stage: 'lodged', objection: 'access.not_permitted' },
      ]);
      expect((await readRun(hq, { runId })).appeals).toMatchObject([{ id, unit: mill.name, indicator: 'D2', objection: null }]);
      expect((await readRun(eastHead, { runId })).appeals).toMatchObject([{ id, objection: 'access.not_permitted' }]);
      await expect(readResult(stranger, { runId, unitId: mill.id })).rejects.toMatchObject({ kind: 'missing' });
      await expect(answerAppeal(millHead, { appealId: id, upheld: true, reason: '是' })).rejects.toMatchObject({ kind: 'forbidden' });
      await expect(answerAppeal(as(house, 'hqSafety', trade.east), { appealId: id, upheld: true, reason: '是' })).rejects.toMatchObject({
        kind: 'forbidden',
      });
      await on(database, '2026-03-10', async (later) => {
        await expect(moveRun(callers(later, trade).hq, { runId, step: 'review' })).rejects.toMatchObject({
          code: 'assessments.appeals_open',
        });
      });
      expect(await answerAppeal(hqSecond, { appealId: id, upheld: false, reason: '提交晚于期限' })).toEqual({ stage: 'rejected' });
      expect(await noticesOf(owner, 'assessments.appealRejected')).toMatchObject([{ unitId: mill.id, facts: { answer: '提交晚于期限' } }]);
      expect((await readRun(hq, { runId })).appeals).toEqual([]);
      await expect(answerAppeal(hqSecond, { appealId: id, upheld: true, reason: '是' })).rejects.toMatchObject({
        code: 'assessments.appeal_decided',
      });
    });
    await on(database, '2026-03-10', async (house) => {
      const { hq, hqSecond, officer } = callers(house, trade);
      await moveRun(hq, { runId, step: 'review' });
      await expect(concludeRun(officer, { runId, step: 'finalise' })).rejects.toMatchObject({ kind: 'forbidden' });
      await expect(concludeRun(as(house, 'hqSafety', trade.east), { runId, step: 'finalise' })).rejects.toMatchObject({
        kind: 'forbidden',
      });
      await concludeRun(hq, { runId, step: 'finalise' });
      await concludeRun(hqSecond, { runId, step: 'publish' });
      const told = await readRun(officer, { runId });
      expect(told.steps.map(({ step }) => step)).toEqual(['compute', 'ask', 'hearAppeals', 'review', 'finalise', 'publish']);
      await expect(concludeRun(hq, { runId: trade.mill.id, step: 'archive' })).rejects.toMatchObject({ kind: 'missing' });
      await expect(readReceipt(officer, { runId: trade.mill.id })).rejects.toMatchObject({ kind: 'missing' });
    });
  });

  test('is ordered by headquarters, and refused at once where it would be later', async ({ database }) => {
    await on(database, '2026-03-11', async (house) => {
      const { hq, officer } = callers(house, trade);
      await orderRun(hq, { schemeCode, period: '2026-02' });
      await expect(orderRun(hq, { schemeCode, period: '2026-03' })).rejects.toMatchObject({ code: 'assessments.cut_off_ahead' });
      await expect(orderRun(hq, { schemeCode, period: '2026-13' })).rejects.toMatchObject({ code: 'assessments.period_unknown' });
      await expect(orderRun(hq, { schemeCode, period: '2026-02', knownAt: '2026-03-10T00:00:00+08:00' })).rejects.toMatchObject({
        code: 'assessments.not_a_restatement',
      });
      await expect(orderRun(hq, { schemeCode, period: '2026-01', knownAt: '2026-03-12T00:00:00+08:00' })).rejects.toMatchObject({
        code: 'assessments.cut_off_ahead',
      });
      await expect(orderRun(hq, { schemeCode: 'none', period: '2026-02' })).rejects.toMatchObject({ kind: 'missing' });
      await expect(orderRun(officer, { schemeCode, period: '2026-02' })).rejects.toMatchObject({ kind: 'forbidden' });
      await expect(orderRun(as(house, 'hqSafety', trade.east), { schemeCode, period: '2026-02' })).rejects.toMatchObject({
        kind: 'forbidden',
      });
      expect((await listRuns(officer, { superseded: 'false', limit: 10 })).items).toMatchObject([
        { id: runId, period: '2026-01', stage: 'published' },
      ]);
    });
  });

  test('is the whole group’s, and a branch is told of its own results in it', async ({ database }) => {
    await on(database, '2026-03-11', async (house) => {
      const { hq, officer } = callers(house, trade);
      const withoutResults = as(house, 'workshopHead', trade.workshop);
      const listed = { superseded: 'false', limit: 10 } as const;

      expect((await readRun(hq, { runId })).summary.units).toBeGreaterThan(1);
      const own = { units: 1, grades: { VETO: 1 }, statuses: { scored: 1 } };
      expect((await readRun(officer, { runId })).summary).toEqual(own);
      expect((await listRuns(officer, listed)).items).toMatchObject([{ id: runId, summary: own }]);
      expect((await listRuns(withoutResults, listed)).items).toEqual([]);
      for (const read of [readRun, readReceipt]) await expect(read(withoutResults, { runId })).rejects.toMatchObject({ kind: 'missing' });
    });
  });
});
