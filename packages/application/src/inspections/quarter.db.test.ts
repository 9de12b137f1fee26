import type { Database } from '@changming/database';
import { type CoverageCounts, type CoverageFilter, nothingOwed, occurrences } from '@changming/domain/inspections';
import { addDays, daysBetween } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { expect } from 'vitest';

import type { House } from '../context.ts';
import { callers } from '../testing/hazard-story.ts';
import { test } from '../testing/index.ts';
import { checkOf, type Floor, givenDailyPlan, givenFloor } from '../testing/inspection-story.ts';
import { calendarBetween } from '../standards/index.ts';
import {
  chaseMisses,
  foldInspections,
  listMine,
  makeOccurrences,
  performCheck,
  readCoverage,
  recountInspections,
  settleMisses,
} from './index.ts';

const [first, last] = ['2026-01-20', '2026-04-20'];
const at = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`);
/** The worker is down for nine days in March. */
const isDown = (day: string) => day >= '2026-03-05' && day < '2026-03-14';
/** The keeper forgets Wednesdays. */
const isForgotten = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() === 3;

let floor: Floor;

/** Every kind of period and some days, within a month and across its end. */
const spans = [
  ['2026-01-01', '2026-12-31', { period: '2026' }],
  ['2026-01-01', '2026-06-30', { period: '2026H1' }],
  ['2026-04-01', '2026-06-30', { period: '2026Q2' }],
  ['2026-03-01', '2026-03-31', { period: '2026-03', kind: ['inspection'] }],
  ['2026-03-01', '2026-03-31', { period: '2026-03', kind: ['inspection', 'dust'] }],
  ['2026-02-25', '2026-02-25', { from: '2026-02-25', to: '2026-02-25' }],
  ['2026-03-02', '2026-03-06', { from: '2026-03-02', to: '2026-03-06', kind: ['inspection'] }],
  ['2026-03-28', '2026-04-20', { from: '2026-03-28', to: '2026-04-20' }],
] as const satisfies [string, string, CoverageFilter][];

const countsOf = ({ owed, done, missed, pointsOwed, pointsChecked }: CoverageCounts) => ({ owed, done, missed, pointsOwed, pointsChecked });

/** The same by counting occurrences. */
async function plainCount(owner: Database, from: string, to: string) {
  const { rows } = await sql<CoverageCounts>`
    select count(*) as owed, count(*) filter (where state = 'done') as done, count(*) filter (where state = 'missed') as missed,
      count(distinct point_id) as "pointsOwed", count(distinct point_id) filter (where state = 'done') as "pointsChecked"
    from inspection_occurrences where state <> 'waived' and on_day between ${from}::date and ${to}::date`.execute(owner);
  return countsOf(rows[0] ?? nothingOwed);
}

/** Some six hundred transactions, one after the other: on a busy machine they take their time, and only one that hangs is to be ended. */
const patience = { timeout: 180_000 };

test(
  'a quarter of one factory: everything owed once, what nobody did is missed, and every miss was chased up the ladder',
  patience,
  async ({ house, database: { owner } }) => {
    floor = await givenFloor(house, owner);
    const rule = { from: first, restDays: 'skip' as const, graceMinutes: 120 };
    await givenDailyPlan(floor, rule);
    const done = new Set<string>();
    for (const day of Array.from({ length: daysBetween(first, last) + 1 }, (_, n) => addDays(first, n))) {
      const morning = house.at(at(day, '09:00'));
      if (day.endsWith('1')) await foldInspections(morning.clockwork(), {});
      if (!isDown(day)) {
        await makeOccurrences(morning.clockwork(), {});
        while ((await settleMisses(morning.clockwork(), {})).more);
        await chaseMisses(morning.clockwork(), {});
      }
      const leader = callers(morning, floor.trade).leader;
      const mine = isForgotten(day) ? undefined : (await listMine(leader, {})).items.find(({ on }) => on === day);
      if (mine === undefined) continue;
      const times = { startedAt: at(day, '08:50').toISOString(), doneAt: at(day, '08:55').toISOString() };
      await performCheck(leader, checkOf(mine.id, floor.pump.code, times));
      done.add(day);
    }
    const end = house.at(at(addDays(last, 10), '09:00'));
    await makeOccurrences(end.clockwork(), {});
    while ((await settleMisses(end.clockwork(), {})).more);
    /** A miss climbs from the day on which it became known. */
    for (const days of [10, 14]) await chaseMisses(house.at(at(addDays(last, days), '09:00')).clockwork(), {});

    const calendar = await calendarBetween(owner as never, '2026-01-01', '2026-12-31');
    const owed = occurrences({ ...rule, cadence: { every: 'day', from: '00:00', until: '24:00' }, until: null }, first, last, calendar);
    const { rows } = await sql<{ day: string; state: string; point: string }>`
    select o.on_day::text as day, o.state, p.name as point from inspection_occurrences o join points p on p.id = o.point_id
    where o.on_day <= ${last}::date`.execute(owner);
    const days = (state: string, point: string) => rows.filter((row) => row.state === state && row.point === point).map(({ day }) => day);
    expect(rows).toHaveLength(2 * owed.length);
    expect(new Set(rows.map(({ day, point }) => `${day} ${point}`)).size).toBe(rows.length);
    expect(new Set(days('done', '一号泵房'))).toEqual(done);
    expect(new Set(days('missed', '一号泵房'))).toEqual(new Set(owed.map(({ on }) => on).filter((day) => !done.has(day))));
    expect(days('missed', '配电房')).toHaveLength(owed.length);
    const chased = await sql<{ target: string; count: number }>`
    select target, count(*)::integer as count from inspection_chases where on_day <= ${last}::date group by 1 order by 1`.execute(owner);
    expect(chased.rows).toEqual(['parent', 'person', 'unitHead'].map((target) => ({ target, count: owed.length })));
  },
);

test('the board says of every period and of single days what the occurrences say, before they are folded and after', async ({
  house,
  database: { owner },
}) => {
  const end = house.at(at(addDays(last, 14), '09:00'));
  const { eastHead } = callers(end, floor.trade);
  const shown = async () => {
    const boards: object[] = [];
    for (const [, , asked] of spans) boards.push(countsOf((await readCoverage(eastHead, asked)).total));
    return boards;
  };
  const counted: object[] = [];
  for (const [from, to] of spans) counted.push(await plainCount(owner, from, to));

  expect(await shown()).toEqual(counted);
  while ((await foldInspections(end.clockwork(), {})).more);
  expect(await shown()).toEqual(counted);
  expect(await recountAll(end)).toBe(0);
  await sql`update inspection_days set owed = owed + 1; update inspection_boards set points_owed = 0;
    update inspection_rollups set owed_on = 0`.execute(owner);
  await sql`select house.recount_inspections('2026-01-01', '2026-07-01')`.execute(owner);
  expect(await shown()).toEqual(counted);
});

/** The night's recount, as often as it asks to go on; how much differed. */
async function recountAll(house: House): Promise<number> {
  let [differing, next]: [number, number | null] = [0, 0];
  while (next !== null) {
    const step: Awaited<ReturnType<typeof recountInspections>> = await recountInspections(house.clockwork(), { nth: next });
    differing += step.differing;
    next = step.next;
  }
  return differing;
}

const ofPoint = (grain: string, from: string) => `where grain = '${grain}' and from_on = '${from}' and point_id = '$point'`;

/** One sum gone astray in each part that is kept. */
const astray: readonly [part: string, wrong: string][] = [
  ['months', `update inspection_rollups set missed = missed + 1 ${ofPoint('month', '2026-04-01')}`],
  ['days', `update inspection_days set done = done - 1 where on_day = '2026-04-09'`],
  ['days', `insert into inspection_days select '2026-04-30', gen_random_uuid(), 'dust', 1, 0, 0, 0, 0, 0`],
  ['marks', `update inspection_rollups set checked_on = 0 ${ofPoint('month', '2026-04-01')}`],
  ['quarters', `update inspection_rollups set owed = owed + 1 ${ofPoint('quarter', '2026-04-01')}`],
  ['halves', `update inspection_rollups set late = late + 1 ${ofPoint('half', '2026-01-01')}`],
  ['years', `delete from inspection_rollups ${ofPoint('year', '2026-01-01')}`],
  ['boards', `update inspection_boards set points_checked = 0 where grain = 'year' and from_on = '2026-01-01' and kind = ''`],
  ['boards', `insert into inspection_boards select 'month', '2026-04-01', gen_random_uuid(), '', 9, 9, 0, 0, 0, 0, 9, 9`],
];

test.for(astray)('%s gone astray are found in the night, put right and told: %s', async ([part, wrong], { house, database: { owner } }) => {
  const end = house.at(at(addDays(last, 14), '09:00'));
  await sql.raw(wrong.replace('$point', floor.pump.id)).execute(owner);

  expect(await recountAll(end)).toBe(1);

  const said = await sql<{ after: object }>`select after from trail where verb = 'inspections.recount' order by seq desc limit 1`.execute(
    owner,
  );
  expect(said.rows[0]?.after).toMatchObject({ differing: 1, [part]: 1 });
  expect(await recountAll(end)).toBe(0);
});
