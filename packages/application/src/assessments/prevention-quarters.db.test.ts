import { sql } from 'kysely';
import { expect } from 'vitest';

import type { House } from '../context.ts';
import { listMine, makeOccurrences, performCheck, settleMisses } from '../inspections/index.ts';
import { callers } from '../testing/hazard-story.ts';
import { given, test } from '../testing/index.ts';
import { checkOf, type Floor, givenDailyPlan, givenFloor } from '../testing/inspection-story.ts';
import { installSchemes, listRecords, previewRun, readResult, runAssessment } from './index.ts';
import { rowsOf } from './testing/given-prevention-rows.ts';

const schemeCode = 'dual-prevention';
const at = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`);
/** The Mondays on which the pump room is to be gone over, and those that the keeper forgets. */
const firstQuarter = ['2026-01-26', '2026-02-09', '2026-03-02', '2026-03-16', '2026-03-30'];
const secondQuarter = ['2026-04-13', '2026-05-11', '2026-05-25', '2026-06-08', '2026-06-29'];
const forgotten = ['2026-05-11', '2026-06-29'];

/** The worker makes what a day owes, and the keeper does it, unless he forgets. */
async function lived(house: House, floor: Floor, day: string): Promise<void> {
  const morning = house.at(at(day, '09:00'));
  while ((await makeOccurrences(morning.clockwork(), {})).more);
  if (forgotten.includes(day)) return;
  const leader = callers(morning, floor.trade).leader;
  const times = { startedAt: at(day, '08:50').toISOString(), doneAt: at(day, '08:55').toISOString() };
  for (const { id } of (await listMine(leader, {})).items.filter(({ on }) => on === day))
    await performCheck(leader, checkOf(id, floor.pump.code, times));
}

async function run(house: House, day: string, period: string) {
  const then = house.at(at(day, '10:00'));
  while ((await settleMisses(then.clockwork(), {})).more);
  await then.settled();
  return runAssessment(then.clockwork(), { schemeCode, period, readAt: at(day, '10:00').toISOString() });
}

test('two quarters of one factory: what was missed lowers the second score, which opens down to the very checks', async ({
  house,
  database: { owner },
}) => {
  const floor = await givenFloor(house, owner);
  const { mill, workshop } = floor.trade;
  await given.arranged(owner, (tx) => tx.updateTable('units').set({ headcount: 120 }).where('id', '=', mill.id).execute());
  const rows = rowsOf(owner);
  await rows.risk(workshop.id, { pointId: floor.pump.id, levels: [['major', '2025-12-20', '2026-01-01']] });
  await rows.machine(mill.id, [['2025-06-01', 'inUse']], [['2025-07-01', 'passed', '2027-01-01']]);
  await installSchemes(house.at(at('2026-01-20', '08:00')).clockwork(), {});
  const listed = { of: 'listed', pointIds: [floor.pump.id] };
  await givenDailyPlan(floor, {
    name: '泵房巡检',
    insist: '两季各查十次，够看出得分',
    points: listed,
    cadence: { every: 'dates', dates: [...firstQuarter, ...secondQuarter] },
    from: '2026-01-20',
  });

  for (const day of firstQuarter) await lived(house, floor, day);
  const first = await run(house, '2026-04-10', '2026Q1');
  for (const day of secondQuarter) await lived(house, floor, day);
  const second = await run(house, '2026-07-10', '2026Q2');

  const { hq } = callers(house.at(at('2026-07-11', '09:00')), floor.trade);
  const [before, after] = await Promise.all([first, second].map(({ id }) => readResult(hq, { runId: id, unitId: mill.id })));
  const lineOf = (result: typeof before, code: string) => result?.lines.find(({ line }) => line.code === code);
  expect(lineOf(before, 'D1')?.line).toMatchObject({ numerator: '5', denominator: '5', score: '4.00' });
  const d1 = lineOf(after, 'D1');
  expect(d1?.line).toMatchObject({ numerator: '3', denominator: '5', value: '60.00', score: '0.00' });
  expect(d1?.change?.scoreDelta).toBe('-4.00');
  expect(lineOf(after, 'C2')?.line).toMatchObject({ numerator: '3', denominator: '5' });
  expect(lineOf(after, 'C3')?.line).toMatchObject({ numerator: '3', denominator: '5', score: '0.00' });
  /** D2 had nothing due: full while inspections were done, left out when they were not. */
  expect(lineOf(before, 'D2')?.line).toMatchObject({ reason: 'fullByZero', score: '6.00' });
  expect(lineOf(after, 'D2')?.line).toMatchObject({ reason: 'fullIfMissed', score: null });
  expect(Number(after?.finalDelta)).toBeLessThan(0);
  expect(after?.gains.find(({ indicator, act }) => indicator === 'D1' && act === 'hadCheckedInTime')).toMatchObject({
    count: 2,
    on: 'missed',
  });

  const asked = { runId: second.id, unitId: mill.id, indicator: 'D1', side: 'denominator', limit: 50 } as const;
  const missed = await listRecords(hq, { ...asked, measure: 'missed' });
  expect(missed).toMatchObject({ counted: 2, visible: 2, unchanged: true });
  expect(missed.items.map(({ facts }) => String(facts['dueOn'])).toSorted()).toEqual(forgotten);
  expect(missed.items[0]).toMatchObject({ table: 'occurrences', text: '泵房巡检', place: '一号泵房', hazardId: null });
  const { rows: theirs } = await sql<{ state: string }>`select state from inspection_occurrences where id = any(${missed.items.map(
    ({ subjectId }) => subjectId,
  )}::uuid[])`.execute(owner);
  expect(theirs.map(({ state }) => state)).toEqual(['missed', 'missed']);
  const inspection = after?.sixInPlace.find(({ name }) => name === 'inspection');
  expect(inspection).toMatchObject({ standing: 'lacking', attained: '0', shownBy: ['C2', 'C3'] });

  const again = await previewRun(house.at(at('2026-07-11', '09:00')).clockwork(), {
    schemeCode,
    period: '2026Q1',
    readAt: at('2026-07-11', '09:00').toISOString(),
  });
  expect(again.kept).toMatchObject({ identical: true });
});
