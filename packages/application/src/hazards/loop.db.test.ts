import { clockAt } from '@changming/domain/kernel';
import { describe, expect } from 'vitest';

import { openHouse } from '../context.ts';
import { houseAt, instant, test, testSecrets } from '../testing/index.ts';
import { callers, givenArrived, givenHazard, givenTrade, newHash, planOf, reportOf, type Trade } from '../testing/hazard-story.ts';
import {
  acceptHazard,
  assignHazard,
  fixHazardOnTheSpot,
  registerHazard,
  replanHazard,
  reportHazard,
  sendBackHazard,
  startHazard,
  submitHazard,
  triageHazard,
} from './index.ts';

let trade: Trade;

describe('the loop of a hazard', () => {
  test('goes from report to closing, each step recorded with who and when', async ({ house, database: { owner } }) => {
    trade = await givenTrade(owner);
    const by = callers(house, trade);
    const report = reportOf(trade);
    const hazardId = report.id;

    const receipt = await reportHazard(by.worker, report);
    await registerHazard(by.officer, { hazardId, level: 'team' });
    await assignHazard(by.officer, { hazardId, plan: planOf(trade) });
    await startHazard(by.leader, { hazardId });
    const after = newHash();
    const submitted = await submitHazard(by.leader, { hazardId, photos: [after], measures: '已清理', spent: 1200 });
    await expect(acceptHazard(by.officer, { hazardId })).rejects.toMatchObject({ code: 'hazards.photos_awaited' });
    await givenArrived(owner, hazardId, [...report.photos, after]);
    const accepted = await acceptHazard(by.officer, { hazardId, opinion: '符合要求', lesson: '每班检查通道' });

    expect(receipt).toMatchObject({ id: hazardId, number: 'H-2026-000001', stage: 'reported', photos: { declared: 1, complete: false } });
    expect(submitted.photos).toMatchObject({ declared: 2, missing: expect.arrayContaining([after]) });
    expect(accepted).toEqual({ id: hazardId, stage: 'closed' });
    const row = await owner.selectFrom('hazards').selectAll().where('id', '=', hazardId).executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      stage: 'closed',
      closed_on: '2026-01-20',
      spent: 1200,
      done: '已清理',
      lesson: '每班检查通道',
      key_area: 'fire',
      factor: '3108',
      rectifier_ids: [trade.people.leader.id],
      accepted_by_id: trade.people.officer.id,
    });
    const events = await owner
      .selectFrom('hazard_events')
      .select(['step', 'by_id'])
      .where('hazard_id', '=', hazardId)
      .orderBy('seq')
      .execute();
    expect(events.map(({ step }) => step)).toEqual(['report', 'register', 'assign', 'start', 'submit', 'accept']);
    const trail = await owner.selectFrom('trail').select('verb').where('subject_id', '=', hazardId).orderBy('seq').execute();
    expect(trail.map(({ verb }) => verb)).toEqual([
      'hazards.report',
      'hazards.register',
      'hazards.assign',
      'hazards.start',
      'hazards.submit',
      'hazards.accept',
    ]);
    const closings = await owner.selectFrom('hazard_closings').selectAll().where('hazard_id', '=', hazardId).execute();
    expect(closings).toMatchObject([{ round: 0, level: 'team', closed_on: '2026-01-20' }]);
    expect(await owner.selectFrom('hazard_look_backs').selectAll().where('hazard_id', '=', hazardId).execute()).toEqual([]);
  });

  test('takes grading and assignment in one go, and sends back with a count', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const report = reportOf(trade);
    const hazardId = report.id;
    await reportHazard(by.worker, report);

    expect(await triageHazard(by.officer, { hazardId, level: 'workshop', plan: planOf(trade, { dueOn: '2026-01-23' }) })).toMatchObject({
      stage: 'assigned',
    });
    await replanHazard(by.leader, { hazardId, plan: planOf(trade, { dueOn: '2026-01-23', funds: 5000 }) });
    await startHazard(by.leader, { hazardId });
    await submitHazard(by.leader, { hazardId, photos: [newHash()] });
    expect(await sendBackHazard(by.officer, { hazardId, reason: 'partlyFixed' })).toMatchObject({ stage: 'rectifying' });
    await expect(submitHazard(by.leader, { hazardId, photos: [] })).resolves.toMatchObject({ stage: 'submitted' });
    expect(await owner.selectFrom('hazards').select('send_backs').where('id', '=', hazardId).executeTakeFirst()).toEqual({ send_backs: 1 });
  });

  test('is reported once, however often the phone sends it', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const report = reportOf(trade);

    const receipts = await Promise.all([reportHazard(by.worker, report), reportHazard(by.worker, report), reportHazard(by.worker, report)]);

    expect(new Set(receipts.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(await owner.selectFrom('hazard_events').select('id').where('hazard_id', '=', report.id).execute()).toHaveLength(1);
    await expect(reportHazard(by.leader, report)).rejects.toMatchObject({ code: 'hazards.id_taken' });
    await expect(reportHazard(by.stranger, { ...report, unitId: trade.farMill.id })).rejects.toMatchObject({ code: 'hazards.id_taken' });
  });

  test('sent again with other content is refused, and the same report is still the same after triage', async ({ house }) => {
    const by = callers(house, trade);
    const report = reportOf(trade);
    const first = await reportHazard(by.worker, report);

    for (const other of [{ category: 'electricity' }, { text: '别处' }, { photos: [newHash()] }, { foundAt: '2026-01-20T01:49:00.000Z' }])
      await expect(reportHazard(by.worker, { ...report, ...other } as typeof report), JSON.stringify(other)).rejects.toMatchObject({
        kind: 'invalid',
        code: 'hazards.reported_otherwise',
      });
    await registerHazard(by.officer, { hazardId: report.id, level: 'team', category: 'electricity', text: '改写' });
    expect(await reportHazard(by.worker, report)).toEqual({ ...first, stage: 'registered' });
  });

  test('names only a source that its role may use', async ({ house }) => {
    const by = callers(house, trade);
    const from = (caller: typeof by.worker, source: string) => reportHazard(caller, reportOf(trade, { source }));

    for (const source of ['authority', 'groupInspection', 'expert', 'accidentFollowup', 'campaign'])
      await expect(from(by.worker, source), source).rejects.toMatchObject({ kind: 'forbidden', code: 'hazards.source_not_yours' });
    await expect(from(by.leader, 'authority')).rejects.toMatchObject({ code: 'hazards.source_not_yours' });
    expect(await from(by.worker, 'selfCheck')).toMatchObject({ stage: 'reported' });
    expect(await from(by.officer, 'authority')).toMatchObject({ stage: 'reported' });
    expect(await from(by.hq, 'groupInspection')).toMatchObject({ stage: 'reported' });
  });

  test('is found, set right and handed in on the spot in one report', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const report = reportOf(trade, { onTheSpot: { measures: '当场移开', photos: [newHash()] } });

    expect(await reportHazard(by.worker, report)).toMatchObject({ stage: 'submitted', photos: { declared: 2 } });
    await givenArrived(owner, report.id, [...report.photos, (report as { onTheSpot?: { photos: string[] } }).onTheSpot?.photos[0] ?? '']);
    await expect(acceptHazard(callers(house, trade).leader, { hazardId: report.id })).rejects.toMatchObject({ kind: 'forbidden' });
    expect(await acceptHazard(by.officer, { hazardId: report.id })).toMatchObject({ stage: 'closed' });
    await expect(
      reportHazard(by.worker, reportOf(trade, { category: 'building', onTheSpot: { measures: '补', photos: [newHash()] } })),
    ).rejects.toMatchObject({ code: 'hazards.not_on_the_spot' });
  });

  test('set right in the report is another report when what was done, or its photos, differ; work done later is no difference', async ({
    house,
    database,
  }) => {
    const by = callers(house, trade);
    const onTheSpot = { measures: '当场移开', photos: [newHash(), newHash()] };
    const [bare, fixed] = [reportOf(trade), reportOf(trade, { onTheSpot })];
    const first = await reportHazard(by.worker, fixed);
    await reportHazard(by.worker, bare);

    const { onTheSpot: _none, ...without } = fixed as typeof fixed & { onTheSpot?: unknown };
    const others = [
      without,
      { ...fixed, onTheSpot: { ...onTheSpot, measures: '另放' } },
      { ...fixed, onTheSpot: { ...onTheSpot, photos: [newHash()] } },
    ];
    for (const other of [...others, { ...bare, onTheSpot }])
      await expect(reportHazard(by.worker, other), JSON.stringify(other)).rejects.toMatchObject({ code: 'hazards.reported_otherwise' });
    const turned = { ...onTheSpot, photos: onTheSpot.photos.toReversed() };
    expect(await reportHazard(by.worker, { ...fixed, onTheSpot: turned })).toEqual(first);
    const later = houseAt(database, '2026-01-20T03:00:00Z');
    await fixHazardOnTheSpot(callers(later, trade).worker, { hazardId: bare.id, ...onTheSpot });
    await sendBackHazard(by.officer, { hazardId: fixed.id, reason: 'partlyFixed' });
    await submitHazard(callers(later, trade).worker, { hazardId: fixed.id, photos: [newHash()] });
    expect(await reportHazard(by.worker, bare)).toMatchObject({ stage: 'submitted' });
    expect(await reportHazard(by.worker, fixed)).toMatchObject({ number: first.number, stage: 'submitted' });
    await later.close();
  });

  test('of two acceptors at the same moment lets one through', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const { hazardId, before, after } = await givenHazard(owner, { trade, by }, 'submitted');
    await givenArrived(owner, hazardId, [...before, after]);

    const answers = await Promise.allSettled([
      acceptHazard(by.officer, { hazardId }),
      acceptHazard(by.millHead, { hazardId }),
      acceptHazard(by.officer, { hazardId }),
    ]);

    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of answers)
      if (each.status === 'rejected')
        expect(['hazards.changed_meanwhile', 'hazards.wrong_stage']).toContain((each.reason as { code: string }).code);
    expect(await owner.selectFrom('hazard_closings').select('round').where('hazard_id', '=', hazardId).execute()).toHaveLength(1);
  });

  test('is never accepted by whoever rectified it', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const plan = { responsibleId: trade.people.officer.id };
    const { hazardId, before, after } = await givenHazard(owner, { trade, by }, 'submitted', { plan });
    await givenArrived(owner, hazardId, [...before, after]);

    await expect(acceptHazard(by.officer, { hazardId })).rejects.toMatchObject({ code: 'hazards.self_acceptance' });
    expect(await acceptHazard(by.millHead, { hazardId })).toMatchObject({ stage: 'closed' });
  });

  test('begins as often at once as the house has connections, though nothing was ever put into its queue', async ({
    database: { url, role },
  }) => {
    const cold = openHouse({ url, role, max: 2, clock: clockAt(instant), secrets: testSecrets });
    const by = callers(cold, trade);

    const receipts = await Promise.all([1, 2, 3, 4].map(() => reportHazard(by.worker, reportOf(trade))));
    await cold.close();

    expect(receipts.map(({ stage }) => stage)).toEqual(['reported', 'reported', 'reported', 'reported']);
  });
});
