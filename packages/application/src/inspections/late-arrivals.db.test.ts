import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { callers, newHazardId } from '../testing/hazard-story.ts';
import { test } from '../testing/index.ts';
import { checkOf, type Floor, givenDailyPlan, givenFloor, goodAnswers, newResultId } from '../testing/inspection-story.ts';
import { checkFire, readFire, registerFire } from '../equipment/index.ts';
import {
  correctResult,
  endPlan,
  listOccurrences,
  makeOccurrences,
  performCheck,
  readPlan,
  readResult,
  reportDefect,
  settleMisses,
} from './index.ts';

const everything = { from: '2026-01-01', to: '2026-12-31', withBelow: true, limit: 200 };
let floor: Floor;
let planId: string;
let owed: Awaited<ReturnType<typeof listOccurrences>>['items'];

/** How many wait for a row that somebody holds. */
const waiting = sql<{ count: number }>`
  select count(*)::integer as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;

function owedOn(day: string): string {
  return owed.find(({ on, point }) => on === day && point === '一号泵房')?.id ?? '';
}

describe('sent twice at once, because the line broke before the receipt came', () => {
  test('a check is one check, and both get its receipt; so is a correction', async ({ house, database: { owner } }) => {
    floor = await givenFloor(house, owner);
    ({ id: planId } = await givenDailyPlan(floor));
    await makeOccurrences(house.clockwork(), {});
    owed = (await listOccurrences(floor.by.officer, everything)).items;
    const id = owedOn('2026-01-20');
    const check = checkOf(id, floor.pump.code);
    const correction = { id: newResultId(), resultId: check.id, reason: '看错了', answers: goodAnswers() };

    const atOnce = async <Receipt>(send: () => Promise<Receipt>) => {
      const held = await owner.transaction().execute(async (tx) => {
        await tx.selectFrom('inspection_occurrences').select('id').where('id', '=', id).forUpdate().execute();
        const both = Promise.allSettled([send(), send()]);
        await expect.poll(async () => (await waiting.execute(owner)).rows[0]?.count, { timeout: 4000 }).toBe(2);
        return { both };
      });
      return (await held.both).map((each) => (each.status === 'fulfilled' ? each.value : each.reason));
    };
    const [first, second] = await atOnce(() => performCheck(floor.by.leader, check));
    const [corrected, again] = await atOnce(() => correctResult(floor.by.leader, correction));

    expect(first).toMatchObject({ id: check.id, state: 'done' });
    expect(second).toEqual(first);
    expect(corrected).toMatchObject({ id: correction.id, state: 'done' });
    expect(again).toEqual(corrected);
  });
});

test('a correction made in time on a phone without a network is in time when it arrives; a clock that cannot be is marked and helps nobody', async ({
  house,
}) => {
  const { leader } = floor.by;
  const check = checkOf(owedOn('2026-01-19'), floor.pump.code);
  await performCheck(leader, check);
  const later = callers(house.at(new Date('2026-02-05T02:00:00Z')), floor.trade).leader;
  const correction = (over: object) => ({ id: newResultId(), resultId: check.id, reason: '看错了', answers: goodAnswers(), ...over });

  for (const correctedAt of ['2026-01-27T02:00:00.001Z', '2026-01-20T01:54:59Z', '2026-02-05T03:00:00Z'])
    await expect(correctResult(later, correction({ correctedAt })), correctedAt).rejects.toMatchObject({
      code: 'inspections.correction_too_late',
    });
  const fast = correction({ correctedAt: '2026-03-01T00:00:00Z' });
  await correctResult(leader, fast);
  const inTime = correction({ resultId: fast.id, correctedAt: '2026-01-27T02:00:00Z' });
  await correctResult(later, inTime);

  expect(await readResult(leader, { resultId: fast.id })).toMatchObject({
    correctedAt: new Date('2026-01-20T02:00:00Z'),
    correctionSuspect: true,
  });
  expect(await readResult(leader, { resultId: inTime.id })).toMatchObject({
    correctedAt: new Date('2026-01-27T02:00:00Z'),
    correctionSuspect: false,
    counts: true,
  });
});

test('an item that is a hazard already does not become another by a correction, nor by a correction of that one', async () => {
  const { leader } = floor.by;
  const failing = (hazard?: object) =>
    goodAnswers().map((each) => (each.item === 'QPUMP-02' ? { ...each, verdict: 'fail' as const, ...hazard } : each));
  const check = checkOf(owedOn('2026-01-18'), floor.pump.code, { answers: failing({ hazard: { id: newHazardId() } }) });
  const [hazard] = (await performCheck(leader, check)).hazards;
  const correction = (resultId: string, answers: ReturnType<typeof failing>) => ({
    id: newResultId(),
    resultId,
    reason: '看错了',
    answers,
  });
  const known = { code: 'inspections.failure_reported', facts: { number: hazard?.number } };

  await expect(correctResult(leader, correction(check.id, failing({ hazard: { id: newHazardId() } })))).rejects.toMatchObject(known);
  const passed = correction(check.id, goodAnswers());
  await correctResult(leader, passed);
  await expect(correctResult(leader, correction(passed.id, failing({ hazard: { id: newHazardId() } })))).rejects.toMatchObject(known);
  const again = await correctResult(leader, correction(passed.id, failing({ hazard: { id: hazard?.hazardId } })));

  expect(again.hazards).toEqual([hazard]);
});

test('a look-over counts on the day the phone says, or on which it came when its clock cannot be; one hazard is of one look-over', async ({
  house,
}) => {
  const { by, pump, trade } = floor;
  const { id: equipmentId } = await registerFire(by.officer, { unitId: trade.workshop.id, no: 'F-1', kind: 'co2', pointId: pump.id });
  const worker = callers(house.at(new Date('2026-01-20T02:00:00Z')), trade).worker;
  const items = { inPlace: 'right', pressure: 'wrong', seal: 'right', body: 'right', label: 'right', unblocked: 'right' } as const;
  const look = (doneAt: string, on: string) => checkFire(worker, { equipmentId, items, condition: 'pressureLow', on, doneAt: doneAt });

  const slow = await look('2026-01-18T15:59:59Z', '2026-01-18');
  const fast = await look('2026-01-22T02:00:00Z', '2026-01-22');
  await look('2026-01-20T02:04:00Z', '2026-01-20');

  const { checks } = await readFire(by.officer, { equipmentId });
  expect(checks.map(({ on, clockSuspect }) => [on, clockSuspect])).toEqual([
    ['2026-01-20', false],
    ['2026-01-20', true],
    ['2026-01-18', false],
  ]);
  const found = { id: newHazardId(), text: '压力不足' };
  await reportDefect(worker, { ...found, checkId: slow.id });
  await expect(reportDefect(worker, { ...found, checkId: fast.id })).rejects.toMatchObject({ code: 'hazards.id_taken' });
});

test('what was done before its plan ended is kept though it arrives later, and stays waived; what was done afterwards is refused', async ({
  house,
}) => {
  const { version } = await readPlan(floor.by.officer, { planId });
  await endPlan(floor.by.officer, { planId, version, until: '2026-01-20', reason: '停产' });
  const midnight = house.at(new Date('2026-01-20T16:30:00Z'));
  while ((await settleMisses(midnight.clockwork(), {})).more);
  const power = owed.find(({ on, point }) => on === '2026-01-20' && point === '配电房')?.id ?? '';
  const leader = callers(house.at(new Date('2026-01-21T03:00:00Z')), floor.trade).leader;
  const doneAt = (time: string) => checkOf(power, floor.power.code, { startedAt: time, doneAt: time });

  await expect(performCheck(leader, doneAt('2026-01-20T17:00:00Z'))).rejects.toMatchObject({ code: 'inspections.waived' });
  const receipt = await performCheck(leader, doneAt('2026-01-20T09:00:00Z'));

  expect([receipt.state, receipt.timing]).toEqual(['waived', 'onTime']);
});
