import { expect } from 'vitest';

import { test } from '../testing/index.ts';
import { checkOf, givenDailyPlan, givenFloor, newResultId } from '../testing/inspection-story.ts';
import { listOccurrences, makeOccurrences, performCheck, readCoverage, readResult, recordChecks } from './index.ts';

const everything = { from: '2026-01-01', to: '2026-12-31', withBelow: true, limit: 200 };

test('checks of the past are recorded many at once, each as it would have counted then, and never over one that stands', async ({
  house,
  database: { owner },
}) => {
  const floor = await givenFloor(house, owner);
  await givenDailyPlan(floor, { graceMinutes: 60 });
  await makeOccurrences(house.clockwork(), {});
  const { items } = await listOccurrences(floor.by.officer, everything);
  const owed = (point: string, on: string) => items.find((each) => each.point === point && each.on === on)?.id ?? '';
  const past = (occurrenceId: string, doneAt: string) => ({
    id: newResultId(doneAt),
    occurrenceId,
    personId: floor.trade.people.leader.id,
    startedAt: new Date(Date.parse(doneAt) - 360_000),
    doneAt: new Date(doneAt),
    readings: { 'QPUMP-03': 0.5 },
  });
  const today = owed('一号泵房', '2026-01-20');
  await performCheck(floor.by.leader, checkOf(today, floor.pump.code));
  const onTime = past(owed('一号泵房', '2026-01-18'), '2026-01-18T03:00:00Z');

  const { recorded } = await recordChecks(house.clockwork(), {
    checks: [
      onTime,
      past(owed('配电房', '2026-01-18'), '2026-01-18T16:30:00Z'),
      past(owed('配电房', '2026-01-19'), '2026-01-19T18:00:00Z'),
      past(today, '2026-01-20T01:00:00Z'),
    ],
  });

  expect(recorded).toBe(3);
  const after = await listOccurrences(floor.by.officer, everything);
  expect(after.items.map(({ on, point, state, timing }) => `${on} ${point} ${state} ${timing}`).toSorted()).toEqual([
    '2026-01-18 一号泵房 done onTime',
    '2026-01-18 配电房 done late',
    '2026-01-19 一号泵房 open null',
    '2026-01-19 配电房 missed afterMiss',
    '2026-01-20 一号泵房 done onTime',
    '2026-01-20 配电房 open null',
  ]);
  const { total } = await readCoverage(floor.by.officer, { period: '2026-01' });
  expect(total).toMatchObject({ owed: 6, done: 3, late: 1, missed: 1, madeUp: 1, failed: 0, open: 2 });
  const { answers, doneBy } = await readResult(floor.by.officer, { resultId: onTime.id });
  expect(doneBy).not.toBeNull();
  const told = await owner.selectFrom('past_acts').select(['person_id', 'at']).where('subject_id', '=', onTime.occurrenceId).execute();
  expect(told).toEqual([{ person_id: onTime.personId, at: onTime.doneAt }]);
  expect(answers.map(({ verdict, reading }) => `${verdict} ${reading}`)).toEqual(['pass null', 'pass null', 'pass 0.5']);
});
