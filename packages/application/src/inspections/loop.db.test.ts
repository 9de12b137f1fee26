import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { checkFire, listSpots, oweSpotChecks, readFire, registerFire } from '../equipment/index.ts';
import { givenArrived, newHash, newHazardId } from '../testing/hazard-story.ts';
import { as, houseAt, test } from '../testing/index.ts';
import { moveUnit } from '../units/index.ts';
import { checkOf, type Floor, givenDailyPlan, givenFloor, goodAnswers, newResultId } from '../testing/inspection-story.ts';
import {
  chaseMisses,
  correctResult,
  explainMisses,
  foldInspections,
  listDefects,
  listMine,
  listOccurrences,
  makeOccurrences,
  performCheck,
  readCheckBehind,
  readCoverage,
  readOccurrence,
  readResult,
  recountInspections,
  reportDefect,
  reportFailure,
  settleMisses,
} from './index.ts';

let floor: Floor;

const right = { inPlace: 'right', pressure: 'right', seal: 'right', body: 'right', label: 'right', unblocked: 'right' } as const;

const everything = { from: '2026-01-01', to: '2026-12-31', withBelow: true, limit: 200 };

describe('what is owed', () => {
  test('is made once for every point and day, however late the worker comes', async ({ house, database: { owner } }) => {
    floor = await givenFloor(house, owner);
    await givenDailyPlan(floor);

    const first = await makeOccurrences(house.clockwork(), {});
    const second = await makeOccurrences(house.clockwork(), {});

    expect([first.made, second.made]).toEqual([6, 0]);
    const { items } = await listOccurrences(floor.by.officer, everything);
    expect(items.map(({ on, point, state }) => `${on} ${point} ${state}`).toSorted()).toEqual(
      ['18', '19', '20'].flatMap((day) => [`2026-01-${day} 一号泵房 open`, `2026-01-${day} 配电房 open`]).toSorted(),
    );
  });

  test('is missed when its time has passed, and the miss climbs until somebody explains it', async ({ house, database }) => {
    const settled = await settleMisses(house.clockwork(), {});
    const told = await chaseMisses(house.clockwork(), {});
    const again = await chaseMisses(house.clockwork(), {});

    /** One notice a day speaks of both points; missed today, so nobody above is told yet. */
    expect([settled.missed, told.told > 0, again.told]).toEqual([4, true, 0]);
    const { rows } = await sql<{ target: string }>`select target from inspection_chases order by 1`.execute(database.owner);
    expect(rows.map(({ target }) => target)).toEqual(['person', 'person']);
    const later = houseAt(database, '2026-01-24T02:00:00Z');
    await chaseMisses(later.clockwork(), {});
    await later.close();
    const after = await sql<{ target: string; count: number }>`
      select target, count(*)::integer as count from inspection_chases group by 1 order by 1`.execute(database.owner);
    expect(after.rows).toEqual([
      { target: 'parent', count: 2 },
      { target: 'person', count: 2 },
      { target: 'unitHead', count: 2 },
    ]);
  });

  test('keeps the reason that somebody gives afterwards, and stays a miss', async () => {
    const { items } = await listOccurrences(floor.by.officer, { ...everything, state: ['missed'], unexplained: true });
    const ids = items.map(({ id }) => id);

    await expect(explainMisses(floor.by.stranger, { ids, reason: 'forgotten' })).rejects.toMatchObject({ code: 'inspections.not_found' });
    await explainMisses(floor.by.leader, { ids: ids.slice(0, 1), reason: 'noProduction' });

    const left = await listOccurrences(floor.by.officer, { ...everything, state: ['missed'], unexplained: true });
    expect(left.items).toHaveLength(3);
    const open = await listOccurrences(floor.by.officer, { ...everything, state: ['open'] });
    await expect(explainMisses(floor.by.leader, { ids: open.items.map(({ id }) => id), reason: 'forgotten' })).rejects.toMatchObject({
      code: 'inspections.not_missed',
    });
  });
});

async function openAt(point: string) {
  const { items } = await listOccurrences(floor.by.officer, { ...everything, state: ['open'] });
  const found = items.find((item) => item.point === point);
  if (found === undefined) throw new Error(`nothing open at ${point}`);
  return found;
}

describe('a check', () => {
  test('is on the phone of whoever keeps the point, with the plate, the items and the version', async () => {
    const mine = await listMine(floor.by.leader, {});

    expect(mine.items.map(({ point, on, plateCode }) => [point, on, plateCode])).toEqual([['一号泵房', '2026-01-20', floor.pump.code]]);
    expect(mine.checklists.map(({ code, number, items }) => [code, number, items.length])).toEqual([['QPUMP', 1, 3]]);
    expect(mine.items[0]?.versionId).toBe(mine.checklists[0]?.versionId);
    expect((await listMine(floor.by.worker, {})).items).toEqual([]);
  });

  test('is refused with the plate of another point, without one, unset, or from another branch', async ({ house }) => {
    const { id } = await openAt('一号泵房');
    const refused = (over: object, by = floor.by.leader) => expect(performCheck(by, checkOf(id, floor.pump.code, over))).rejects;

    await refused({ plateCode: floor.power.code }).toMatchObject({ code: 'inspections.wrong_plate', facts: { point: '一号泵房' } });
    await refused({ plateCode: undefined }).toMatchObject({ code: 'inspections.plate_missing' });
    await refused({ answers: goodAnswers().slice(0, 2) }).toMatchObject({ code: 'inspections.items_unset', facts: { count: 1 } });
    await refused({ startedAt: '2026-01-20T01:50:00Z' }).toMatchObject({ code: 'inspections.done_before_begun' });
    await refused({ doneAt: '2026-01-19T15:00:00Z', startedAt: '2026-01-19T14:59:00Z' }).toMatchObject({
      code: 'inspections.not_open_yet',
    });
    await refused({}, floor.by.stranger).toMatchObject({ code: 'inspections.not_found' });
    await refused({}, as(house, 'analyst', floor.trade.root)).toMatchObject({ kind: 'forbidden' });
  });

  test('makes a hazard of a failure in the same transaction, once, and both show each other', async ({ database: { owner } }) => {
    const { id } = await openAt('一号泵房');
    const [hash, hazardId] = [newHash(), newHazardId()];
    const failing = { item: 'QPUMP-01', verdict: 'fail' as const, note: '处于手动', photos: [hash], hazard: { id: hazardId } };
    const check = checkOf(id, floor.pump.code, { answers: [...goodAnswers().slice(1), failing] });

    const receipt = await performCheck(floor.by.leader, check);
    const again = await performCheck(floor.by.leader, check);

    expect(again).toEqual(receipt);
    expect(receipt).toMatchObject({ state: 'done', timing: 'onTime', failed: 1, hazards: [{ item: 'QPUMP-01', hazardId }] });
    expect(receipt.photos).toEqual({ declared: 1, missing: [{ sha256: hash, subjectId: hazardId }], complete: false });
    await givenArrived(owner, hazardId, [hash]);
    const result = await readResult(floor.by.officer, { resultId: check.id });
    expect(result.answers.map(({ item, order, verdict, reading }) => [item, order, verdict, reading])).toEqual([
      ['QPUMP-01', 3, 'fail', null],
      ['QPUMP-02', 1, 'pass', null],
      ['QPUMP-03', 2, 'pass', 0.6],
    ]);
    expect(result.answers[0]?.failure).toMatchObject({ factor: 'material', hazardId, hazardStage: 'reported' });
    const { check: behind } = await readCheckBehind(floor.by.officer, { hazardId });
    expect(behind).toMatchObject({ resultId: check.id, item: 'QPUMP-01', point: '一号泵房', doneBy: '王芳' });
    const hazard = await owner.selectFrom('hazards').selectAll().where('id', '=', hazardId).executeTakeFirstOrThrow();
    expect([hazard.point_id, hazard.check_item_id, hazard.source, hazard.text]).toEqual([
      floor.pump.id,
      'QPUMP-01',
      'selfCheck',
      '消防泵控制柜处于自动状态：处于手动',
    ]);
  });

  test('done once is done: another one says who was first, and stands beside it only when it is meant', async () => {
    const done = (await listOccurrences(floor.by.officer, { ...everything, state: ['done'] })).items[0];
    const second = checkOf(done?.id ?? '', floor.pump.code);

    await expect(performCheck(floor.by.officer, second)).rejects.toMatchObject({
      code: 'inspections.already_done',
      facts: { by: '王芳', at: '2026-01-20 09:45' },
    });
    await performCheck(floor.by.officer, { ...second, again: true });

    const { results, resultId } = await readOccurrence(floor.by.officer, { occurrenceId: done?.id ?? '' });
    expect(new Map(results.map(({ doneBy, counts }) => [doneBy, counts]))).toEqual(
      new Map([
        ['王芳', true],
        ['李强', false],
      ]),
    );
    await expect(performCheck(floor.by.officer, checkOf(done?.id ?? '', floor.pump.code, { id: resultId ?? '' }))).rejects.toMatchObject({
      code: 'inspections.id_taken',
    });
  });

  test('is corrected by its own hand in a new result while there is time, and the old one stays', async ({ house }) => {
    const done = (await listOccurrences(floor.by.officer, { ...everything, state: ['done'] })).items[0];
    const resultId = done?.resultId ?? '';
    const correction = { id: newResultId(), resultId, reason: '看错了', answers: goodAnswers() };

    await expect(correctResult(floor.by.officer, correction)).rejects.toMatchObject({ code: 'inspections.not_own_result' });
    const tooLate = as(house.at(new Date('2026-01-28T02:00:00Z')), 'teamLeader', floor.trade.workshop, floor.trade.people.leader.id);
    await expect(correctResult(tooLate, correction)).rejects.toMatchObject({ code: 'inspections.correction_too_late', facts: { days: 7 } });
    expect([(await readResult(floor.by.leader, { resultId })).mayCorrect, (await readResult(tooLate, { resultId })).mayCorrect]).toEqual([
      true,
      false,
    ]);
    await correctResult(floor.by.leader, correction);
    await expect(correctResult(floor.by.leader, { ...correction, id: newResultId() })).rejects.toMatchObject({
      code: 'inspections.corrected_already',
    });

    const old = await readResult(floor.by.leader, { resultId });
    expect([old.counts, old.correctedBy]).toEqual([false, correction.id]);
    const { items } = await listOccurrences(floor.by.officer, { ...everything, state: ['done'] });
    expect([items[0]?.resultId, items[0]?.failed]).toEqual([correction.id, 0]);
  });

  test('by hand shows that it was, a reading outside is a failure, and its failure becomes a hazard afterwards', async ({
    database: { owner },
  }) => {
    const { id } = await openAt('配电房');
    const answers = [...goodAnswers().slice(0, 2), { item: 'QPUMP-03', reading: 0.2 }];
    const check = checkOf(id, '', { plateCode: undefined, byHand: '铭牌破损', answers });

    const receipt = await performCheck(floor.by.worker, check);
    const hazardId = newHazardId();
    const made = await reportFailure(floor.by.officer, { resultId: check.id, item: 'QPUMP-03', id: hazardId });
    const again = await reportFailure(floor.by.officer, { resultId: check.id, item: 'QPUMP-03', id: hazardId });

    expect([receipt.failed, made, again.number]).toEqual([1, { hazardId, number: made.number }, made.number]);
    await expect(reportFailure(floor.by.officer, { resultId: check.id, item: 'QPUMP-03', id: newHazardId() })).rejects.toMatchObject({
      code: 'inspections.failure_reported',
    });
    await expect(reportFailure(floor.by.stranger, { resultId: check.id, item: 'QPUMP-03', id: hazardId })).rejects.toMatchObject({
      code: 'inspections.result_not_found',
    });
    const { items } = await listOccurrences(floor.by.officer, { ...everything, byHand: true });
    expect(items.map(({ point, doneBy }) => [point, doneBy])).toEqual([['配电房', '赵敏']]);
    const { rows } = await sql<{ source: string }>`select source from hazards where id = ${hazardId}`.execute(owner);
    expect(rows[0]?.source).toBe('selfCheck');
  });

  test('done in time on a phone without a network is done, though it was held to be missed; made up later it stays missed', async ({
    database,
  }) => {
    const { items } = await listOccurrences(floor.by.officer, { ...everything, state: ['missed'] });
    const [early, late] = items.filter(({ point }) => point === '一号泵房');
    const offline = { startedAt: '2026-01-18T03:00:00Z', doneAt: '2026-01-18T03:05:00Z' };

    const inTime = await performCheck(floor.by.leader, checkOf(early?.id ?? '', floor.pump.code, offline));
    const madeUp = await performCheck(floor.by.leader, checkOf(late?.id ?? '', floor.pump.code));

    expect([inTime.state, inTime.timing, madeUp.state, madeUp.timing]).toEqual(['done', 'onTime', 'missed', 'afterMiss']);
    const mine = await listMine(floor.by.leader, {});
    expect(mine.items.flatMap(({ lastReadings }) => lastReadings.map(({ reading }) => reading))).toContain(0.6);
    const results = database.owner.selectFrom('inspection_results').select('id').execute();
    expect((await results).length).toBe(6);
  });
});

describe('fire equipment', () => {
  test('with a defect becomes a hazard once, with its photos, and a look-over that is sent again is the same one', async ({ house }) => {
    const { by, pump, trade } = floor;
    const { id: equipmentId } = await registerFire(by.officer, { unitId: trade.workshop.id, no: 'F-7', kind: 'co2', pointId: pump.id });
    const sound = await registerFire(by.officer, { unitId: trade.workshop.id, no: 'F-8', kind: 'co2', pointId: pump.id });
    await oweSpotChecks(house.clockwork(), {});
    const { plates, cut } = await listSpots(by.worker, {});
    expect([cut, plates.map(({ point, items }) => [point.code, items.map(({ no, checkedOn }) => [no, checkedOn])])]).toEqual([
      false,
      [
        [
          pump.code,
          [
            ['F-7', null],
            ['F-8', null],
          ],
        ],
      ],
    ]);
    expect((await listSpots(by.stranger, {})).plates).toEqual([]);

    const [hash, id, hazardId] = [newHash(), newResultId(), newHazardId()];
    const seen = { items: { ...right, body: 'wrong' }, condition: 'damaged' } as const;
    const look = { id, equipmentId, on: '2026-01-20', ...seen, photos: [hash] };
    const receipt = await checkFire(by.worker, { ...look, plate: pump.code });
    expect(receipt.photos).toEqual({ declared: 1, missing: [{ sha256: hash, subjectId: id }], complete: false });
    expect(await checkFire(by.worker, look)).toEqual(receipt);
    await expect(checkFire(by.leader, look)).rejects.toMatchObject({ code: 'equipment.check_id_taken' });

    const found = { checkId: id, id: hazardId, text: '瓶体锈蚀' };
    await expect(reportDefect(by.stranger, found)).rejects.toMatchObject({ code: 'equipment.check_not_found' });
    const made = await reportDefect(by.worker, found);
    expect(made.photos.missing).toEqual([{ sha256: hash, subjectId: hazardId }]);
    expect(await reportDefect(by.worker, found)).toEqual(made);
    await expect(reportDefect(by.officer, { ...found, id: newHazardId() })).rejects.toMatchObject({
      code: 'equipment.defect_reported',
      facts: { number: made.number },
    });
    expect((await checkFire(by.worker, look)).photos.missing).toEqual([{ sha256: hash, subjectId: hazardId }]);
    expect((await listDefects(by.officer, { equipmentId })).items).toEqual([{ checkId: id, hazardId, number: made.number, open: true }]);
    expect((await readFire(by.officer, { equipmentId })).checks).toMatchObject([{ hazardId, photos: [{ subjectId: hazardId }] }]);
    expect((await readCheckBehind(by.officer, { hazardId })).spot).toMatchObject({ checkId: id, no: 'F-7', point: '一号泵房' });

    const good = await checkFire(by.worker, { equipmentId: sound.id, on: '2026-01-20', items: right, condition: 'intact' });
    await expect(reportDefect(by.worker, { ...found, checkId: good.id, id: newHazardId() })).rejects.toMatchObject({
      code: 'equipment.no_defect',
    });
    expect((await listSpots(by.worker, {})).plates).toEqual([]);
  });

  test('becomes one hazard though two report it at once, or the look-over is put right afterwards', async () => {
    const { by, pump, trade } = floor;
    const { id: equipmentId } = await registerFire(by.officer, { unitId: trade.workshop.id, no: 'F-9', kind: 'co2', pointId: pump.id });
    const seen = { equipmentId, on: '2026-01-20', items: { ...right, pressure: 'wrong' }, condition: 'pressureLow' } as const;
    const { id: checkId } = await checkFire(by.worker, seen);
    const found = { checkId, text: '压力不足' };

    const tries = [by.worker, by.officer].map(async (who) =>
      reportDefect(who, { ...found, id: newHazardId() }).catch((error: unknown) => error),
    );
    const ended = await Promise.all(tries);
    expect(ended).toContainEqual(expect.objectContaining({ code: 'equipment.defect_reported' }));
    const made = ended.find((each) => typeof each === 'object' && each !== null && 'hazardId' in each) as { hazardId: string };

    const corrected = await checkFire(by.worker, { ...seen, note: '表针卡住', correctsId: checkId });
    await expect(reportDefect(by.officer, { ...found, checkId: corrected.id, id: newHazardId() })).rejects.toMatchObject({
      code: 'equipment.defect_reported',
    });
    expect((await reportDefect(by.worker, { ...found, id: made.hazardId })).hazardId).toBe(made.hazardId);
    expect((await readFire(by.officer, { equipmentId })).checks.map((each) => each.hazardId)).toEqual([made.hazardId, made.hazardId]);
  });
});

describe('coverage', () => {
  test('counts owed, done and missed by branch, the same before and after it is folded, and as a recount has it', async ({ house }) => {
    const before = await readCoverage(floor.by.eastHead, { period: '2026-01' });
    while ((await foldInspections(house.clockwork(), {})).more);
    const after = await readCoverage(floor.by.eastHead, { period: '2026-01' });
    const quarter = await readCoverage(floor.by.eastHead, { period: '2026Q1' });
    const half = await readCoverage(floor.by.eastHead, { period: '2026H1' });
    const days = await readCoverage(floor.by.eastHead, { from: '2026-01-18', to: '2026-01-20' });

    expect(before.total).toEqual({
      owed: 6,
      done: 3,
      late: 0,
      missed: 3,
      madeUp: 1,
      failed: 1,
      open: 0,
      pointsOwed: 2,
      pointsChecked: 2,
    });
    expect([after, quarter.total, half.total, days.total]).toEqual([before, before.total, before.total, before.total]);
    expect(before.units.map(({ unit, owed }) => [unit, owed])).toEqual([['东城一厂', 6]]);
    expect((await readCoverage(floor.by.stranger, {})).total.owed).toBe(0);
    expect((await recountInspections(house.clockwork(), {})).differing).toBe(0);
    await expect(readCoverage(floor.by.stranger, { unitId: floor.trade.workshop.id })).rejects.toMatchObject({ code: 'units.not_found' });
  });

  test('is put right by the recount when a count went astray', async ({ house, database: { owner } }) => {
    await sql`update inspection_rollups set owed = owed + 1 where grain = 'month'`.execute(owner);
    await recountInspections(house.clockwork(), {});
    while ((await foldInspections(house.clockwork(), {})).more);

    expect((await readCoverage(floor.by.eastHead, { period: '2026-01' })).total.owed).toBe(6);
  });
});

test('a workshop that moves takes what it owed and what was done along', async ({ house }) => {
  const { trade, by } = floor;
  const before = await readCoverage(by.eastHead, { period: '2026-01' });
  await moveUnit(by.hq, { unitId: trade.workshop.id, parentId: trade.farMill.id, on: '2026-01-20', reason: '划转' });

  const here = as(house, 'unitHead', trade.east);
  const { items } = await listOccurrences(as(house, 'hqSafety', trade.root), everything);
  expect((await readCoverage(here, { period: '2026-01' })).total.owed).toBe(0);
  expect((await readCoverage(by.hq, { period: '2026-01' })).total).toEqual(before.total);
  expect(items).toHaveLength(6);
  expect((await listOccurrences(here, everything)).items).toEqual([]);
  const tomorrow = house.at(new Date('2026-01-21T02:00:00Z'));
  expect((await makeOccurrences(tomorrow.clockwork(), {})).made).toBe(0);
});
