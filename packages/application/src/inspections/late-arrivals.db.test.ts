import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { callers } from '../testing/hazard-story.ts';
import { test } from '../testing/index.ts';
import { checkOf, type Floor, givenDailyPlan, givenFloor, goodAnswers, newResultId } from '../testing/inspection-story.ts';
import { correctResult, endPlan, listOccurrences, makeOccurrences, performCheck, readPlan, settleMisses } from './index.ts';

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
        await expect.poll(async () => (await waiting.execute(tx)).rows[0]?.count, { timeout: 4000 }).toBe(2);
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
