import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';

import { submitAction, verifyAction } from '../actions/index.ts';
import { as, given, test } from '../testing/index.ts';
import { appoint } from '../workforce/index.ts';
import {
  approveInvestigation,
  closeIncident,
  confirmGate,
  confirmIncident,
  decideGrade,
  describeIncident,
  executeHandling,
  exportIncidents,
  exportQuickReport,
  followIncident,
  listIncidents,
  listOwnIncidents,
  openMeasure,
  readIncident,
  recordBriefing,
  recordCasualty,
  recordHandling,
  recordLoss,
  recordReport,
  reopenIncident,
  reportIncident,
  sendBackInvestigation,
  setResponsibility,
  startInvestigation,
  submitInvestigation,
  tellOfIncident,
  withdrawHandling,
  writeInvestigation,
} from './index.ts';

const occurredAt = '2026-01-20T02:00:00+08:00';
const list = { withBelow: true, limit: 10 } as const;
const noLoss = { ed1: 0, ed2: 0, ed3: 0, ed4: 0, ed5: 0, estimated: true } as const;

describe('an accident at two in the night', () => {
  test('is reported, told within the hour, graded, regraded by deaths, investigated and let go by four gates', async ({
    house,
    database,
  }) => {
    const { owner } = database;
    const group = await given.group(owner);
    const { root, mill, workshop, west } = group;
    const [worker, head, safety, stranger] = await Promise.all(
      [workshop, mill, root, west].map((unit, at) =>
        given.person(owner, unit, { staff_no: `P${at}`, name: ['李工', '王厂', '张总', '钱外'][at] ?? '' }),
      ),
    );
    if (worker === undefined || head === undefined || safety === undefined || stranger === undefined) throw new Error('nobody');
    const office = as(house, 'hqSafety', root, safety.id);
    await appoint(office, { personId: head.id, unitId: mill.id, post: 'unitHead', from: '2026-01-01' });
    await appoint(office, { personId: safety.id, unitId: root.id, post: 'safetyDirector', from: '2026-01-01' });
    const by = (at: string) => {
      const then = house.at(new Date(at));
      return {
        worker: as(then, 'worker', workshop, worker.id),
        head: as(then, 'unitHead', mill, head.id),
        hq: as(then, 'hqSafety', root, safety.id),
        stranger: as(then, 'hqSafety', west, stranger.id),
        clock: then.clockwork(),
      };
    };
    const id = randomUUID();
    const incidentId = id;

    const night = by('2026-01-20T02:06:00+08:00');
    const report = { id, unitId: workshop.id, place: '2号裁床', occurredAt, text: '裁床夹手，一人重伤', serious: 1 };
    await expect(reportIncident(night.stranger, report)).rejects.toMatchObject({ kind: 'missing' });
    await expect(reportIncident(night.worker, { ...report, occurredAt: '2026-01-20T03:00:00+08:00' })).rejects.toMatchObject({
      code: 'incidents.future_time',
    });
    const receipt = await reportIncident(night.worker, report);
    expect(receipt).toMatchObject({ id, number: 'E-2026-0001', photos: { complete: true } });
    expect(await reportIncident(night.worker, report)).toEqual(receipt);
    await expect(reportIncident(night.head, report)).rejects.toMatchObject({ code: 'incidents.id_taken' });
    expect(await tellOfIncident(night.clock, { incidentId, about: 'report', once: 'report:1' })).toEqual({ told: 2 });
    expect(await listOwnIncidents(night.worker, { limit: 5 })).toMatchObject({ items: [{ id, eventClass: 'statutory' }] });
    await expect(followIncident(night.head, { incidentId })).rejects.toMatchObject({ kind: 'missing' });
    expect(await followIncident(night.worker, { incidentId })).toMatchObject({ steps: [{ step: 'report' }] });

    const told = by('2026-01-20T02:20:00+08:00');
    const confirmation = { incidentId, leaderInformedAt: '2026-01-20T02:10:00+08:00' };
    await expect(confirmIncident(told.stranger, confirmation)).rejects.toMatchObject({ kind: 'missing' });
    await expect(confirmIncident(told.worker, confirmation)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(confirmIncident(told.head, { incidentId, leaderInformedAt: '2026-01-20T01:59:00+08:00' })).rejects.toMatchObject({
      code: 'incidents.times_out_of_order',
    });
    await confirmIncident(told.head, confirmation);
    const confirmed = await readIncident(told.head, { incidentId });
    expect(confirmed.clocks.map(({ code, standing }) => [code, standing])).toEqual(
      expect.arrayContaining([
        ['confirm', 'met'],
        ['hqRecord', 'met'],
        ['hqPhone', 'open'],
        ['county', 'open'],
        ['hqWritten', 'open'],
        ['workInjury', 'open'],
        ['investigationReport', 'open'],
      ]),
    );
    expect(confirmed.clocks.find(({ code }) => code === 'county')?.dueAt).toEqual(new Date('2026-01-20T03:10:00+08:00'));

    const called = { incidentId, channel: 'phone', toWhom: '区应急管理局值班室' } as const;
    const county = { ...called, recipient: 'emergency', reportedAt: '2026-01-20T02:50:00+08:00' } as const;
    const morning = by('2026-01-20T08:00:00+08:00');
    await expect(recordReport(morning.stranger, county)).rejects.toMatchObject({ kind: 'missing' });
    await recordReport(morning.head, county);
    await recordReport(morning.head, { ...called, recipient: 'headquarters', reportedAt: '2026-01-20T02:41:00+08:00' });
    const reported = await readIncident(morning.head, { incidentId });
    expect(reported.state).toBe('reportedExternally');
    expect(reported.clocks.filter(({ code }) => code === 'county' || code === 'hqPhone').map(({ standing }) => standing)).toEqual([
      'late',
      'met',
    ]);

    const grading = { incidentId, grade: 'ordinary', eventClass: 'statutory', suggested: 'ordinary', basis: '一人重伤' } as const;
    await expect(decideGrade(morning.stranger, grading)).rejects.toMatchObject({ kind: 'missing' });
    await expect(decideGrade(morning.head, { ...grading, grade: 'none', eventClass: 'nearMiss' })).rejects.toMatchObject({
      code: 'incidents.grade_below_facts',
    });
    await expect(decideGrade(morning.head, { ...grading, suggested: 'none' })).rejects.toMatchObject({ code: 'incidents.grade_outdated' });
    await decideGrade(morning.head, grading);
    expect(await readIncident(morning.head, { incidentId })).toMatchObject({
      grade: 'ordinary',
      awaitsGrading: false,
      suggested: 'ordinary',
    });

    const [hurt] = (await readIncident(morning.head, { incidentId })).casualties;
    const died = { incidentId, casualtyId: hurt?.id, personId: worker.id, degree: 'death', onDay: '2026-01-28', lostDays: 6000 } as const;
    const week = by('2026-01-28T20:00:00+08:00');
    await expect(recordCasualty(week.stranger, died)).rejects.toMatchObject({ kind: 'missing' });
    await expect(recordCasualty(week.head, { ...died, onDay: '2026-01-19' })).rejects.toMatchObject({ code: 'incidents.before_event' });
    await recordCasualty(week.head, died);
    for (const nth of [1, 2]) await recordCasualty(week.head, { incidentId, name: `工友${nth}`, degree: 'death', onDay: '2026-01-28' });
    const graver = await readIncident(week.head, { incidentId });
    expect(graver).toMatchObject({ deaths: 3, serious: 0, grade: 'ordinary', suggested: 'larger', awaitsGrading: true });
    expect(graver.clocks.map(({ code }) => code)).toEqual(expect.arrayContaining(['casualtyChange', 'province']));
    expect(graver.clocks.find(({ code }) => code === 'province')?.dueAt).toEqual(new Date('2026-01-28T21:00:00+08:00'));
    await decideGrade(week.head, { ...grading, grade: 'larger', suggested: 'larger', basis: '三人死亡' });

    const after = by('2026-02-20T09:00:00+08:00');
    for (let nth = 3; nth < 10; nth += 1)
      await recordCasualty(after.head, { incidentId, name: `工友${nth}`, degree: 'death', onDay: '2026-02-20' });
    const late = await readIncident(after.hq, { incidentId });
    expect(late).toMatchObject({
      deaths: 10,
      inWindow: { deaths: 3 },
      suggested: 'larger',
      grade: 'larger',
      supplementUntil: '2026-02-19',
    });
    expect(late.grades.at(-1)).toMatchObject({ kind: 'facts', postWindow: true, grade: 'larger', deaths: 10 });
    await expect(decideGrade(after.hq, { ...grading, grade: 'major', suggested: 'larger', basis: '十人死亡' })).rejects.toMatchObject({
      code: 'incidents.window_over',
    });

    const loss = { incidentId, ...noLoss, ed1: 900_000_00, ed2: 100_000_00 };
    await expect(recordLoss(after.stranger, loss)).rejects.toMatchObject({ kind: 'missing' });
    await recordLoss(after.head, loss);
    const version = (await readIncident(after.head, { incidentId })).version;
    const described: Parameters<typeof describeIncident>[1] = {
      incidentId,
      version,
      text: report.text,
      place: report.place,
      accidentType: 'oldMachinery',
      fire: false,
      fireBrigadeCalled: false,
      roadTraffic: false,
      relatedParty: false,
      atRisk: 0,
      trapped: 0,
      evacuated: 0,
      dangers: [],
      specialClass: null,
      specialTriggers: [],
      rescueEndedAt: '2026-01-20T03:30:00+08:00',
    };
    await expect(describeIncident(after.stranger, described)).rejects.toMatchObject({ kind: 'missing' });
    await expect(describeIncident(after.head, { ...described, accidentType: 'machinery' })).rejects.toMatchObject({
      code: 'incidents.type_of_other_edition',
    });
    await describeIncident(after.head, described);
    expect(await readIncident(after.head, { incidentId })).toMatchObject({ lossFen: 1_000_000_00, presentTypes: ['machinery'] });

    const start: Parameters<typeof startInvestigation>[1] = {
      incidentId,
      level: 'city',
      leaderId: head.id,
      team: [{ name: '王厂', role: '组长' }],
    };
    await expect(startInvestigation(after.stranger, start)).rejects.toMatchObject({ kind: 'missing' });
    await expect(startInvestigation(after.head, { ...start, level: 'county' })).rejects.toMatchObject({ code: 'incidents.level_too_low' });
    await expect(startInvestigation(after.head, { ...start, leaderId: stranger.id })).rejects.toMatchObject({
      code: 'incidents.person_not_found',
    });
    await startInvestigation(after.head, start);
    await expect(submitInvestigation(after.head, { incidentId })).rejects.toMatchObject({ code: 'incidents.cause_missing' });
    const written: Parameters<typeof writeInvestigation>[1] = {
      incidentId,
      version: 1,
      appraisalDays: 0,
      extendedDays: 60,
      directCause: '光栅被短接',
      indirectCauses: [{ factor: 'management', text: '点检流于形式' }],
      nature: 'responsible',
      chapters: { unitProfile: '甲', course: '乙', casualties: '丙', causes: '丁', responsibility: '戊', measures: '己' },
      nobodyToHandle: null,
      uncertifiedOperation: false,
      unpermittedWork: false,
    };
    await expect(writeInvestigation(after.stranger, written)).rejects.toMatchObject({ kind: 'missing' });
    await expect(writeInvestigation(after.head, { ...written, extendedDays: 61 })).rejects.toMatchObject({
      code: 'incidents.extension_too_long',
    });
    await writeInvestigation(after.head, written);
    expect((await readIncident(after.head, { incidentId })).clocks.find(({ code }) => code === 'investigationReport')?.dueAt).toEqual(
      new Date('2026-05-21T00:00:00+08:00'),
    );
    await recordLoss(after.head, { ...loss, ed2: 60_000_000_00 });
    await expect(submitInvestigation(after.head, { incidentId })).rejects.toMatchObject({ code: 'incidents.grade_outdated' });
    await recordLoss(after.head, loss);
    await decideGrade(after.hq, { ...grading, grade: 'larger', suggested: 'larger', basis: '损失更正' });
    await submitInvestigation(after.head, { incidentId });
    const reply = { incidentId, body: '市人民政府' };
    await expect(approveInvestigation(after.stranger, reply)).rejects.toMatchObject({ kind: 'missing' });
    await expect(approveInvestigation(after.head, reply)).rejects.toMatchObject({ code: 'incidents.approved_by_headquarters' });
    await sendBackInvestigation(after.hq, { incidentId, note: '补充培训情况' });
    expect((await readIncident(after.head, { incidentId })).clocks.find(({ code }) => code === 'investigationReport')?.metAt).toBeNull();
    await submitInvestigation(after.head, { incidentId });
    await approveInvestigation(after.hq, reply);

    const closing = { incidentId, lesson: '安全装置不得短接' } as const;
    const gate = (which: 'causeFound' | 'personHandled' | 'measuresDone' | 'peopleEducated') =>
      confirmGate(after.hq, { incidentId, gate: which, evidence: '查阅记录' });
    await expect(confirmGate(after.stranger, { incidentId, gate: 'causeFound', evidence: '甲' })).rejects.toMatchObject({
      kind: 'missing',
    });
    await expect(closeIncident(after.stranger, closing)).rejects.toMatchObject({ kind: 'missing' });
    await expect(closeIncident(after.hq, closing)).rejects.toMatchObject({ code: 'incidents.cause_unconfirmed' });
    await gate('causeFound');
    await expect(gate('causeFound')).rejects.toMatchObject({ code: 'incidents.gate_confirmed' });
    await expect(gate('personHandled')).rejects.toMatchObject({ code: 'incidents.nobody_handled' });
    const handling = {
      incidentId,
      personId: head.id,
      name: '王厂',
      measure: 'demerit',
      body: '集团安委会',
      decidedOn: '2026-02-20',
    } as const;
    await expect(recordHandling(after.stranger, handling)).rejects.toMatchObject({ kind: 'missing' });
    const { id: handlingId } = await recordHandling(after.hq, handling);
    await expect(gate('personHandled')).rejects.toMatchObject({ code: 'incidents.handling_not_executed' });
    const executed = { incidentId, handlingId, executedOn: '2026-02-20', evidence: '人字〔2026〕3号' };
    await expect(executeHandling(after.stranger, executed)).rejects.toMatchObject({ kind: 'missing' });
    await executeHandling(after.hq, executed);
    await gate('personHandled');
    const deputy = as(house.at(new Date('2026-02-20T09:00:00+08:00')), 'unitHead', mill, stranger.id);
    const withdrawal = { incidentId, handlingId, reason: '登记错了人' };
    await expect(withdrawHandling(after.stranger, withdrawal)).rejects.toMatchObject({ kind: 'missing' });
    for (const own of [after.hq, after.head])
      await expect(withdrawHandling(own, withdrawal)).rejects.toMatchObject({ code: 'incidents.own_handling' });
    const atOnce = await Promise.allSettled([1, 2].map(() => withdrawHandling(deputy, withdrawal)));
    expect(atOnce.toSorted((a, b) => a.status.localeCompare(b.status))).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { code: 'incidents.handling_withdrawn' } },
    ]);
    await expect(executeHandling(after.hq, executed)).rejects.toMatchObject({ code: 'incidents.handling_withdrawn' });
    const withdrawn = await readIncident(after.hq, { incidentId });
    expect(withdrawn.handlings).toMatchObject([{ id: handlingId, withdrawn: { reason: '登记错了人', by: '钱外' } }]);
    expect(withdrawn.gates.find((each) => each.gate === 'personHandled')).toMatchObject({
      unproven: 'incidents.nobody_handled',
      confirmed: false,
    });
    const twice = { ...after.hq, once: { key: 'handled-once', asked: 'the same' } };
    const rightly = await recordHandling(twice, handling);
    expect(await recordHandling(twice, handling)).toEqual(rightly);
    await executeHandling(after.hq, { ...executed, handlingId: rightly.id });
    await expect(closeIncident(after.hq, closing)).rejects.toMatchObject({ code: 'incidents.handling_unconfirmed' });
    await gate('personHandled');
    await expect(gate('measuresDone')).rejects.toMatchObject({ code: 'incidents.no_measures' });
    const measure = {
      incidentId,
      kind: 'management',
      title: '恢复光栅联锁',
      ownerId: worker.id,
      verifierId: head.id,
      dueOn: '2026-03-01',
    } as const;
    await expect(openMeasure(after.stranger, measure)).rejects.toMatchObject({ kind: 'missing' });
    const { id: actionId } = await openMeasure(after.head, measure);
    await expect(gate('measuresDone')).rejects.toMatchObject({ code: 'incidents.measures_open' });
    await submitAction(after.worker, { actionId, result: '联锁已恢复' });
    await verifyAction(after.head, { actionId, opinion: '现场核对' });
    await gate('measuresDone');
    await expect(gate('peopleEducated')).rejects.toMatchObject({ code: 'incidents.nobody_educated' });
    const briefing = { incidentId, onDay: '2026-02-20', people: 40, text: '班前会通报' };
    await expect(recordBriefing(after.stranger, briefing)).rejects.toMatchObject({ kind: 'missing' });
    await recordBriefing(after.head, briefing);
    await expect(closeIncident(after.hq, closing)).rejects.toMatchObject({ code: 'incidents.education_unconfirmed' });
    await gate('peopleEducated');
    await expect(closeIncident(after.hq, closing)).rejects.toMatchObject({ code: 'incidents.responsibility_pending' });
    const answered = { incidentId, responsibility: 'unit', basis: '调查报告' } as const;
    await expect(setResponsibility(after.head, answered)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(setResponsibility(after.stranger, answered)).rejects.toMatchObject({ kind: 'missing' });
    await setResponsibility(after.hq, answered);
    const closed = await closeIncident(after.hq, { ...closing, training: { unitId: mill.id, dueOn: '2026-03-31' } });
    expect(closed).toMatchObject({ state: 'closed', libraryItemId: expect.any(String), sessionIds: [expect.any(String)] });
    expect(await owner.selectFrom('training_sessions').select(['about_id', 'due_on']).execute()).toEqual([
      { about_id: id, due_on: '2026-03-31' },
    ]);
    expect(await owner.selectFrom('library_items').select(['kind', 'origin_id']).where('origin_id', '=', id).execute()).toEqual([
      { kind: 'accidentCase', origin_id: id },
    ]);

    expect(await listIncidents(after.stranger, list)).toMatchObject({ items: [] });
    expect(await listIncidents(after.hq, { ...list, grade: ['larger'], q: '裁床' })).toMatchObject({ items: [{ id, state: 'closed' }] });
    await expect(readIncident(after.stranger, { incidentId })).rejects.toMatchObject({ kind: 'missing' });
    expect((await exportIncidents(after.hq, { withBelow: true })).rows).toHaveLength(1);
    expect(await exportQuickReport(after.hq, { incidentId })).toMatchObject({ number: 'E-2026-0001', counts: { deaths: 10 } });
    await expect(exportQuickReport(after.stranger, { incidentId })).rejects.toMatchObject({ kind: 'missing' });

    const reason = { incidentId, reason: '发现新的证据' };
    await expect(reopenIncident(after.stranger, reason)).rejects.toMatchObject({ kind: 'missing' });
    await reopenIncident(after.hq, reason);
    const again = await readIncident(after.hq, { incidentId });
    expect(again).toMatchObject({ state: 'reopened', reopenings: 1, closedOn: null });
    expect(again.gates.map((each) => each.confirmed)).toEqual([false, false, false, false]);
  });
});
