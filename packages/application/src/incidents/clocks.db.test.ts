import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';

import { reportHazard } from '../hazards/index.ts';
import { setRule } from '../standards/index.ts';
import { as, given, test } from '../testing/index.ts';
import { appoint } from '../workforce/index.ts';
import {
  assignLesson,
  cancelDuplicate,
  confirmIncident,
  correctTimes,
  countIncidents,
  describeIncident,
  listIncidents,
  oweFollowUps,
  readIncident,
  reclassifyIncident,
  recordFinding,
  recordReport,
  reopenIncident,
  reportIncident,
  startInvestigation,
  sweepIncidents,
  tellOfIncident,
  tieHazard,
} from './index.ts';
import { rulesOf } from './rules.ts';

const page = { withBelow: true, limit: 10 } as const;
const rest = { fire: false, fireBrigadeCalled: false, roadTraffic: false, relatedParty: false, dangers: [], specialTriggers: [] };

describe('what is owed', () => {
  test('runs while a rescue lasts, is told before and after it is due, climbs once, and ends when the case is set aside', async ({
    house,
    database: { owner },
  }) => {
    const { root, mill, workshop, west } = await given.group(owner);
    const worker = await given.person(owner, workshop, { staff_no: 'P1' });
    const head = await given.person(owner, mill, { staff_no: 'P2' });
    const safety = await given.person(owner, root, { staff_no: 'P3' });
    const office = as(house, 'hqSafety', root, safety.id);
    await appoint(office, { personId: head.id, unitId: mill.id, post: 'unitHead', from: '2026-01-01' });
    await appoint(office, { personId: safety.id, unitId: root.id, post: 'safetyDirector', from: '2026-01-01' });
    const by = (at: string) => {
      const then = house.at(new Date(`2026-01-${at}+08:00`));
      return {
        worker: as(then, 'worker', workshop, worker.id),
        head: as(then, 'unitHead', mill, head.id),
        hq: as(then, 'hqSafety', root, safety.id),
        stranger: as(then, 'hqSafety', west),
        clock: then.clockwork(),
      };
    };
    const told = async () =>
      (
        await owner
          .selectFrom('incident_reminders as r')
          .innerJoin('incident_clocks as c', 'c.id', 'r.clock_id')
          .select(['c.code', 'r.rung'])
          .execute()
      )
        .map(({ code, rung }) => `${code} ${rung}`)
        .toSorted();

    const incidentId = randomUUID();
    const night = by('20T02:05:00');
    const report = { unitId: workshop.id, occurredAt: '2026-01-20T02:00:00+08:00', text: '仓库坍塌，三人被困' };
    await reportIncident(night.worker, { ...report, id: incidentId, missing: 3 });
    await sweepIncidents(by('20T02:40:00').clock, {});
    expect(await told()).toEqual(['confirm soon']);
    expect(await sweepIncidents(by('20T02:41:00').clock, {})).toMatchObject({ told: 0 });
    await confirmIncident(by('20T03:45:00').head, { incidentId, leaderInformedAt: '2026-01-20T02:10:00+08:00' });
    expect(await readIncident(night.hq, { incidentId })).toMatchObject({
      suggested: 'larger',
      provisional: true,
      dangerReasons: ['trapped'],
    });

    await sweepIncidents(by('20T04:20:00').clock, {});
    expect(await told()).toEqual(expect.arrayContaining(['county missed', 'county parent', 'province parent', 'hqPhone parent']));
    expect(await countIncidents(by('20T04:20:00').hq, {})).toMatchObject({ unfinished: 1, overdue: 1, toGrade: 1, toConfirm: 0 });
    expect(await listIncidents(by('20T04:20:00').hq, { ...page, overdue: true })).toMatchObject({ items: [{ id: incidentId }] });
    expect(await listIncidents(by('20T04:20:00').hq, { ...page, ungraded: true })).toMatchObject({ items: [{ id: incidentId }] });
    expect((await listIncidents(by('20T04:20:00').hq, { ...page, ungraded: false })).items).toEqual([]);

    const looking = by('20T04:30:00');
    const { version: shown } = await readIncident(looking.hq, { incidentId });
    const wrong = { incidentId, version: shown, occurredAt: '2025-12-31T23:50:00+08:00', leaderInformedAt: '2026-01-20T03:40:00+08:00' };
    const correction = { ...wrong, reason: '值班记录写错了日期' };
    await expect(correctTimes(looking.stranger, correction)).rejects.toMatchObject({ kind: 'missing' });
    await expect(correctTimes(looking.head, correction)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(correctTimes(looking.hq, { ...correction, leaderInformedAt: '2026-01-20T03:46:00+08:00' })).rejects.toMatchObject({
      code: 'incidents.confirmed_before',
    });
    const twice = { ...looking.hq, once: { key: 'corrected-once', asked: 'the same' } };
    const corrected = await correctTimes(twice, correction);
    expect(corrected.moved).toBe(6);
    expect(await correctTimes(twice, correction)).toEqual(corrected);
    const trailed = owner.selectFrom('trail').select(['before', 'after']).where('verb', '=', 'incidents.correctTimes');
    expect(await trailed.execute(), 'told once, from what to what').toMatchObject([
      {
        before: { occurredAt: '2026-01-19T18:00:00.000Z', leaderInformedAt: '2026-01-19T18:10:00.000Z' },
        after: { occurredAt: '2025-12-31T15:50:00.000Z', leaderInformedAt: '2026-01-19T19:40:00.000Z', reason: correction.reason },
      },
    ]);
    await expect(correctTimes(looking.hq, correction)).rejects.toMatchObject({ code: 'incidents.changed_meanwhile' });
    expect(await readIncident(looking.head, { incidentId })).toMatchObject({
      number: expect.stringMatching(/^E-2026-/u),
      occurredOn: '2025-12-31',
      suggested: 'larger',
      timeCorrections: [{ field: 'leaderInformedAt' }, { field: 'discoveredAt' }, { field: 'occurredAt', reason: correction.reason }],
      clocks: expect.arrayContaining([
        expect.objectContaining({ code: 'county', standing: 'open', dueAt: new Date('2026-01-20T04:40:00+08:00') }),
      ]),
    });
    expect(await tellOfIncident(looking.clock, { incidentId, about: 'correctTimes', once: 'x', byId: safety.id })).toEqual({ told: 1 });
    await sweepIncidents(by('20T04:41:00').clock, {});
    expect((await told()).filter((each) => each === 'county missed')).toHaveLength(2);

    const later = by('23T09:00:00');
    await oweFollowUps(later.clock, {});
    await oweFollowUps(later.clock, {});
    const followUps = async () => (await readIncident(later.hq, { incidentId })).clocks.filter(({ code }) => code === 'followUp');
    expect((await followUps()).map(({ key, standing }) => [key, standing])).toEqual([
      ['2026-01-21#1', 'missed'],
      ['2026-01-22#1', 'missed'],
      ['2026-01-23#1', 'open'],
    ]);
    const followUp = { incidentId, recipient: 'emergency', kind: 'followUp', channel: 'phone', toWhom: '区应急管理局' } as const;
    const made = { ...followUp, id: randomUUID(), reportedAt: '2026-01-23T08:30:00+08:00' };
    await recordReport(later.head, made);
    expect(await recordReport(later.head, made), 'sent again it is the same report').toEqual({ id: made.id });
    expect((await followUps()).at(-1)).toMatchObject({ standing: 'met' });
    const { version } = await readIncident(later.hq, { incidentId });
    const ended = { ...rest, incidentId, version, text: report.text, place: null, accidentType: null, specialClass: null } as const;
    const none = { atRisk: 0, trapped: 3, evacuated: 0, dangers: [], specialTriggers: [] };
    await describeIncident(later.head, { ...ended, ...none, rescueEndedAt: '2026-01-23T07:00:00+08:00' });
    await oweFollowUps(by('25T09:00:00').clock, {});
    expect(await followUps()).toHaveLength(3);

    const finding = { incidentId, finding: 'omitted', onDay: '2026-01-23', basis: '核查发现少报一人' } as const;
    await expect(recordFinding(later.stranger, finding)).rejects.toMatchObject({ kind: 'missing' });
    await expect(recordFinding(later.head, finding)).rejects.toMatchObject({ kind: 'forbidden' });
    await recordFinding(later.hq, finding);
    await recordFinding(later.hq, { ...finding, found: false, basis: '复核后撤回' });
    expect((await readIncident(later.hq, { incidentId })).findings.map(({ found }) => found)).toEqual([false, true]);
    const found = owner
      .selectFrom('trail')
      .select(['before', 'after'])
      .where('verb', '=', 'incidents.recordFinding')
      .orderBy('at')
      .orderBy('id');
    expect(new Set((await found.execute()).map(({ before }) => (before as { found?: boolean } | null)?.found))).toEqual(
      new Set([undefined, true]),
    );

    const hazardId = '019bd8f0-0000-7000-8000-000000000001';
    const seen = { category: 'exits' as const, text: '货架超载', photos: ['a'.repeat(64)], foundAt: '2026-01-23T08:00:00+08:00' };
    await reportHazard(later.worker, { ...seen, id: hazardId, unitId: workshop.id });
    await expect(tieHazard(later.stranger, { incidentId, hazardId, tie: 'ledTo' })).rejects.toMatchObject({ kind: 'missing' });
    await expect(tieHazard(later.head, { incidentId, hazardId: randomUUID(), tie: 'ledTo' })).rejects.toMatchObject({
      code: 'incidents.hazard_not_found',
    });
    await tieHazard(later.head, { incidentId, hazardId, tie: 'ledTo' });
    await expect(tieHazard(later.head, { incidentId, hazardId, tie: 'found' })).rejects.toMatchObject({
      code: 'incidents.hazard_tied_twice',
    });
    const lesson = { incidentId, unitId: mill.id, dueOn: '2026-02-10' };
    await expect(assignLesson(later.stranger, lesson)).rejects.toMatchObject({ kind: 'missing' });
    await expect(assignLesson(later.head, { ...lesson, unitId: west.id })).rejects.toMatchObject({ kind: 'missing' });
    await assignLesson(later.head, lesson);
    expect((await readIncident(later.hq, { incidentId })).trainings).toMatchObject([{ state: 'planned', dueOn: '2026-02-10' }]);

    await expect(startInvestigation(later.head, { incidentId, level: 'enterprise' })).rejects.toMatchObject({
      code: 'incidents.level_too_low',
    });

    const [twin, illness] = [randomUUID(), randomUUID()];
    await reportIncident(later.worker, { ...report, id: twin });
    await reportIncident(later.worker, { ...report, id: illness, text: '员工突发疾病' });
    await expect(recordReport(later.head, { ...made, incidentId: twin })).rejects.toMatchObject({ code: 'incidents.id_taken' });
    const duplicate = { incidentId: twin, ofId: incidentId, reason: '同一件事报了两次' };
    await expect(cancelDuplicate(later.stranger, duplicate)).rejects.toMatchObject({ kind: 'missing' });
    await expect(cancelDuplicate(later.hq, { ...duplicate, ofId: twin })).rejects.toMatchObject({ code: 'incidents.same_incident' });
    await cancelDuplicate(later.hq, duplicate);
    const other = { incidentId: illness, reason: '心脏病发作' };
    await expect(reclassifyIncident(later.stranger, other)).rejects.toMatchObject({ kind: 'missing' });
    await reclassifyIncident(later.hq, other);
    for (const id of [twin, illness])
      expect((await readIncident(later.hq, { incidentId: id })).clocks.map(({ standing }) => standing)).toEqual(['dropped']);
    await expect(reclassifyIncident(later.hq, other)).rejects.toMatchObject({ code: 'incidents.wrong_state' });
    expect(await countIncidents(later.hq, {})).toMatchObject({ unfinished: 1 });
    const bound = { unit_id: mill.id, occurred_on: '2026-01-23' };
    const awaited = async () => (await owner.transaction().execute((tx) => rulesOf(tx, bound))).nearMissResponsibility;
    expect(await awaited()).toBe(false);
    await setRule(later.hq, {
      ruleId: 'incidents.nearMissResponsibility',
      value: 'yes',
      layer: 'group',
      place: '',
      source: '集团事故管理办法',

      from: '2026-01-01',
    });
    expect(await awaited()).toBe(true);
    await reopenIncident(later.hq, { incidentId: twin, reason: '不是同一件事' });
    expect(await readIncident(later.hq, { incidentId: twin })).toMatchObject({ state: 'reported', clocks: [{ standing: 'open' }] });

    // Two reports that are each set aside for the other at once: one of them stays.
    const pairs = [[twin, incidentId] as const, [incidentId, twin] as const];
    const aside = pairs.map(([one, ofId]) => cancelDuplicate(later.hq, { incidentId: one, ofId, reason: '同一件事报了两次' }));
    expect((await Promise.allSettled(aside)).toSorted((a, b) => a.status.localeCompare(b.status))).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { code: 'incidents.no_facts_any_more' } },
    ]);
  });
});
