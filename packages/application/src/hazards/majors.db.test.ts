import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { houseAt, test } from '../testing/index.ts';
import {
  type Callers,
  callers,
  givenArrived,
  givenGrants,
  givenHazard,
  givenTrade,
  newHash,
  planOf,
  reportOf,
  type Trade,
} from '../testing/hazard-story.ts';
import {
  acceptHazard,
  askForDelisting,
  assignHazard,
  confirmMajor,
  countersignDenial,
  decideOnDelisting,
  decideOnTreatment,
  draftTreatment,
  evaluateTreatment,
  listHazard,
  listHazards,
  listSupervisions,
  proposeDenial,
  readHazard,
  registerHazard,
  reportHazard,
  reportProgress,
  startHazard,
  submitHazard,
  suggestMajorHazard,
  tellAuthority,
} from './index.ts';

let trade: Trade;
const treatment = { goals: '消除', methods: '改造', funds: 5_000_000, organisation: '设备部', timeLimit: '一个月', safetyMeasures: '停产' };

/** A starred item has failed, and nobody has answered yet. */
async function givenSuggested(by: Callers): Promise<string> {
  const report = reportOf(trade, { checkItemId: 'FIRE-01' });
  await reportHazard(by.worker, report);
  return report.id;
}

describe('a suggestion of 重大', () => {
  test('is made by a starred item, answered by a named person, and both stay', async ({ house, database: { owner } }) => {
    trade = await givenTrade(owner);
    await givenGrants(owner, trade);
    const by = callers(house, trade);
    const hazardId = await givenSuggested(by);

    expect(await readHazard(by.officer, { hazardId })).toMatchObject({
      suggestion: 'open',
      suggestionRecord: { criterionIds: ['GB35181-exitsLocked'], answerDueAt: new Date('2026-01-21T02:00:00Z') },
      level: null,
    });
    await expect(registerHazard(by.officer, { hazardId, level: 'unit' })).rejects.toMatchObject({ code: 'hazards.major_undecided' });
    expect((await readHazard(by.officer, { hazardId })).objections).toMatchObject({
      register: 'hazards.major_undecided',
      suggestMajor: 'hazards.suggestion_open',
      confirmMajor: null,
      proposeDenial: null,
    });
    await confirmMajor(by.officer, { hazardId });
    expect((await readHazard(by.officer, { hazardId })).objections).toMatchObject({
      register: null,
      suggestMajor: 'hazards.suggestion_decided',
      confirmMajor: 'hazards.suggestion_decided',
    });

    const row = await owner.selectFrom('hazards').selectAll().where('id', '=', hazardId).executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      suggestion: 'confirmed',
      level: 'major',
      treatment: { stage: 'confirmed', confirmedById: trade.people.officer.id },
    });
    await expect(confirmMajor(by.officer, { hazardId })).rejects.toMatchObject({ code: 'hazards.suggestion_decided' });
  });

  test('is denied with a reason and by a second hand only', async ({ house }) => {
    const by = callers(house, trade);
    const hazardId = await givenSuggested(by);

    await proposeDenial(by.officer, { hazardId, reason: '出口未锁，仅堆物' });
    await expect(countersignDenial(by.officer, { hazardId })).rejects.toMatchObject({ code: 'hazards.countersign_by_another' });
    await countersignDenial(by.millHead, { hazardId });

    expect(await readHazard(by.officer, { hazardId })).toMatchObject({
      suggestion: 'denied',
      suggestionRecord: {
        denialReason: '出口未锁，仅堆物',
        denialProposedById: trade.people.officer.id,
        decidedById: trade.people.millHead.id,
      },
    });
    expect(await registerHazard(by.officer, { hazardId, level: 'unit' })).toMatchObject({ stage: 'registered' });
  });

  test('follows from ticked conditions that meet a criterion of this unit, and from nothing less', async ({
    house,
    database: { owner },
  }) => {
    const by = callers(house, trade);
    const { hazardId } = await givenHazard(owner, { trade, by }, 'registered');

    await expect(suggestMajorHazard(by.leader, { hazardId, conditions: ['WT10-11-3.a'] })).rejects.toMatchObject({
      code: 'hazards.no_criterion_met',
    });
    await owner.transaction().execute(async (tx) => {
      await sql`select set_config('app.at', '2026-01-20T00:00:00Z', true)`.execute(tx);
      await tx
        .updateTable('units')
        .set({ flags: ['hasCombustibleDust'] })
        .where('id', '=', trade.mill.id)
        .execute();
    });
    await suggestMajorHazard(by.leader, { hazardId, conditions: ['WT10-11-3.a', 'made-up.z'] });

    expect((await readHazard(by.officer, { hazardId })).suggestionRecord?.criterionIds).toEqual(['WT10-11-3']);
    await expect(suggestMajorHazard(by.leader, { hazardId, conditions: ['WT10-11-3.a'] })).rejects.toMatchObject({
      code: 'hazards.suggestion_open',
    });
  });
});

describe('a major hazard', () => {
  test('is told to the authority, treated by an approved plan, evaluated, and accepted by the group alone', async ({
    house,
    database: { owner },
  }) => {
    const by = callers(house, trade);
    const report = reportOf(trade);
    const hazardId = report.id;
    const holder = async (reader = by.officer) => {
      const held = (await readHazard(reader, { hazardId })).holder;
      return [held?.duty, held?.at, ...(held?.persons.map(({ name }) => name) ?? []).toSorted()];
    };
    await reportHazard(by.worker, report);
    await registerHazard(by.officer, { hazardId, level: 'major' });
    await assignHazard(by.officer, { hazardId, plan: planOf(trade, { dueOn: '2026-03-01', contingency: '停产', waived: [] }) });

    await expect(startHazard(by.leader, { hazardId })).rejects.toMatchObject({ code: 'hazards.authority_not_told' });
    await expect(tellAuthority(by.officer, { hazardId, authority: '区应急局', toldOn: '2026-01-21' })).rejects.toMatchObject({
      kind: 'invalid',
      code: 'hazards.told_after_today',
    });
    expect(await holder()).toEqual(['authorityReport', 'unit', '孙磊', '李强']);
    await tellAuthority(by.officer, { hazardId, authority: '区应急局' });
    expect(await holder()).toEqual(['treatmentDraft', 'unit', '孙磊', '李强']);
    await draftTreatment(by.officer, { hazardId, ...treatment });
    expect(await holder()).toEqual(['treatmentApproval', 'group']);
    expect(await holder(by.hq)).toEqual(['treatmentApproval', 'group', '吴刚', '钱进']);
    await expect(startHazard(by.leader, { hazardId })).rejects.toMatchObject({ code: 'hazards.treatment_not_approved' });
    await decideOnTreatment(by.hq, { hazardId, granted: false, note: '补充资金来源' });
    await draftTreatment(by.hq, { hazardId, ...treatment });
    await expect(decideOnTreatment(by.hq, { hazardId, granted: true })).rejects.toMatchObject({ code: 'hazards.own_request' });
    await decideOnTreatment(by.hqSecond, { hazardId, granted: true });
    expect(await holder()).toEqual(['rectification', 'unit', '王芳']);
    await startHazard(by.leader, { hazardId });
    const after = newHash();
    await submitHazard(by.leader, { hazardId, photos: [after] });
    await givenArrived(owner, hazardId, [...report.photos, after]);
    await expect(acceptHazard(by.hq, { hazardId })).rejects.toMatchObject({ code: 'hazards.not_evaluated' });
    expect(await holder()).toEqual(['evaluation', 'unit', '孙磊', '李强']);
    await evaluateTreatment(by.millHead, { hazardId, evaluation: 'expert', note: '合格' });
    expect(await holder(by.hq)).toEqual(['acceptance', 'group', '吴刚', '钱进']);
    await expect(acceptHazard(by.officer, { hazardId })).rejects.toMatchObject({ code: 'hazards.major_needs_group' });
    expect(await acceptHazard(by.hq, { hazardId })).toMatchObject({ stage: 'closed' });

    const owed = await owner.selectFrom('hazard_look_backs').selectAll().where('hazard_id', '=', hazardId).execute();
    expect(owed).toMatchObject([{ reason: 'major', from_on: '2026-01-21', to_on: '2026-02-19' }]);
    expect((await readHazard(by.hq, { hazardId })).treatment).toMatchObject({
      stage: 'evaluated',
      authority: '区应急局',
      plan: { goals: '消除' },
    });
  });
});

describe('listed supervision', () => {
  test('runs with progress until it is asked for and granted by another', async ({ house, database }) => {
    const { owner } = database;
    const by = callers(house, trade);
    const { hazardId, before, after } = await givenHazard(owner, { trade, by }, 'submitted');
    const listing = {
      hazardId,
      level: 'group' as const,
      issuer: '集团安委会',
      mainPersonId: trade.people.millHead.id,
      requirements: '限期整改',
      dueOn: '2026-02-20',
    };

    await listHazard(by.hq, listing);
    await expect(listHazard(by.hqSecond, listing)).rejects.toMatchObject({ code: 'hazards.supervision_exists' });
    expect(
      (await listHazards(by.officer, { supervised: true, withBelow: true, sort: 'newest', limit: 50 })).items.map(({ id }) => id),
    ).toEqual([hazardId]);
    const week = houseAt(database, '2026-01-26T02:00:00Z');
    await reportProgress(callers(week, trade).millHead, { hazardId, text: '已完成一半', photos: [] });
    await week.close();
    await expect(askForDelisting(by.millHead, { hazardId, reason: '已整改' })).rejects.toMatchObject({ code: 'hazards.not_closed' });
    await givenArrived(owner, hazardId, [...before, after]);
    await acceptHazard(by.officer, { hazardId });
    await askForDelisting(by.millHead, { hazardId, reason: '已整改' });
    await decideOnDelisting(by.hq, { hazardId, granted: false, note: '补材料' });
    await askForDelisting(by.hqSecond, { hazardId, reason: '已补' });
    await expect(decideOnDelisting(by.hqSecond, { hazardId, granted: true })).rejects.toMatchObject({ code: 'hazards.own_request' });
    await decideOnDelisting(by.hq, { hazardId, granted: true });

    const page = await readHazard(by.hq, { hazardId });
    expect(page).toMatchObject({
      supervised: false,
      supervisions: [{ stage: 'delisted', number: expect.stringMatching(/^D-2026-/), progress: [{ text: '已完成一半' }] }],
    });
    const delisted = await listSupervisions(by.officer, { state: 'delisted', withBelow: true });
    expect(delisted.items).toMatchObject([{ hazardId, unit: '缝制一车间', mainPerson: '孙磊', overdue: false }]);
    expect((await listSupervisions(by.stranger, { state: 'all', withBelow: true })).items).toEqual([]);
    await expect(reportProgress(by.millHead, { hazardId, text: 'x', photos: [] })).rejects.toMatchObject({
      code: 'hazards.supervision_not_found',
    });
  });
});
