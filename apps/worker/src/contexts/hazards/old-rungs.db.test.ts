import { recordOldRungs, sweepHazards } from '@changming/application/hazards';
import type { House } from '@changming/application/context';
import { houseAt, test } from '@changming/application/testing';
import { callers, givenGrants, givenHazard, givenTrade } from '@changming/application/testing/hazard-story';
import type { Database } from '@changming/database';
import type { TestDatabase } from '@changming/database/testing';
import { sql } from 'kysely';
import { expect } from 'vitest';

import { workOff } from '../../testing/work-off.ts';

async function toldAt(database: TestDatabase, day: string): Promise<House> {
  const house = houseAt(database, `${day}T02:00:00Z`);
  await sweepHazards(house.clockwork(), { rule: 'deadline' });
  await workOff(database, house, (queue) => ['hazards.tell', 'notices.deliver'].includes(queue));
  return house;
}

async function course(owner: Database, hazardId: string) {
  const rows = await owner
    .selectFrom('hazard_events')
    .select(['step', 'round', 'facts', 'by_id as by'])
    .select(sql<string>`at::date::text`.as('on'))
    .where('hazard_id', '=', hazardId)
    .where('step', 'in', ['remind', 'escalate'])
    .orderBy('at')
    .orderBy(sql`(facts ->> 'days')::int`)
    .execute();
  return rows;
}

test('rungs that were told before the course kept them stand in it as if it had, and what reached nobody is not made up', async ({
  house,
  database,
}) => {
  const { owner } = database;
  const trade = await givenTrade(owner);
  await givenGrants(owner, trade);
  const by = callers(house, trade);
  const plan = { dueOn: '2026-01-30', contingency: '停机', waived: [] };
  const { hazardId } = await givenHazard(owner, { trade, by }, 'assigned', { level: 'unit', plan });
  for (const day of ['2026-01-31', '2026-02-02']) await (await toldAt(database, day)).close();
  const then = await toldAt(database, '2026-02-20');
  const kept = await course(owner, hazardId);
  expect(kept.map(({ facts }) => [facts['tells'], facts['days'], facts['count']])).toEqual([
    ['person', 1, 1],
    ['unitHead', 3, 1],
    ['parent', 7, 1],
    ['headquarters', 15, 2],
  ]);
  await owner.deleteFrom('hazard_events').where('hazard_id', '=', hazardId).where('step', 'in', ['remind', 'escalate']).execute();
  await sql`update hazard_reminders set unwritten = true where on_day > split_part(rule, ':', 2)::date`.execute(owner);
  const passedOver = { hazard_id: hazardId, rule: 'deadline:2026-01-28', on_day: '2026-01-31', told_at: new Date(), unwritten: true };
  await owner.insertInto('hazard_reminders').values(passedOver).execute();
  const renamed = sql`update persons set name = '钱进进' where name = '钱进'`;
  await owner.transaction().execute(async (tx) => {
    await sql`select set_config('app.at', '2026-03-01T00:00:00Z', true)`.execute(tx);
    await renamed.execute(tx);
  });

  const atOnce = await Promise.all([recordOldRungs(then.clockwork(), {}), recordOldRungs(house.clockwork(), {})]);
  expect(
    atOnce.reduce((sum, { written }) => sum + written, 0),
    'two workers at once',
  ).toBe(4);
  expect(await course(owner, hazardId)).toEqual(kept);
  expect(await recordOldRungs(then.clockwork(), {})).toEqual({ written: 0, more: false });
  await then.close();
});
