import type { Database, HazardRow } from '@changming/database';
import type { Updateable } from 'kysely';
import { expect } from 'vitest';

import { callers, type Callers, givenHazard, givenTrade, type Trade } from '../testing/hazard-story.ts';
import { as, given, houseAt, test } from '../testing/index.ts';
import { listHazard, listToList, readHazard } from './index.ts';

let trade: Trade;
type Columns = Pick<Updateable<HazardRow>, 'level' | 'source' | 'due_on' | 'recurrences'>;
const all = { withBelow: true, limit: 50 } as const;
/** One of each kind that may be listed, and beside each one that may not; told as they will stand sixteen days later. */
async function givenAll(owner: Database, by: Callers) {
  const made = async (until: 'rectifying' | 'closed', columns: Columns) => {
    const { hazardId } = await givenHazard(owner, { trade, by }, until);
    await given.arranged(owner, (tx) => tx.updateTable('hazards').set(columns).where('id', '=', hazardId).execute());
    return hazardId;
  };
  return {
    major: await made('rectifying', { level: 'major' }),
    unitLong: await made('rectifying', { level: 'unit', due_on: '2026-01-20' }),
    unitShort: await made('rectifying', { level: 'unit', due_on: '2026-01-30' }),
    authority: await made('rectifying', { source: 'authority', level: 'workshop', due_on: '2026-01-22' }),
    authorityInTime: await made('rectifying', { source: 'authority', level: 'unit', due_on: '2026-02-05' }),
    back: await made('rectifying', { recurrences: 3, due_on: '2026-01-23' }),
    backTwice: await made('rectifying', { recurrences: 2, due_on: '2026-01-22' }),
    closedMajor: await made('closed', { level: 'major' }),
  };
}

test('proposes what the page of each hazard proposes, with the same reasons, the most overdue first', async ({ house, database }) => {
  const { owner } = database;
  trade = await givenTrade(owner);
  const ids = await givenAll(owner, callers(house, trade));
  const later = houseAt(database, '2026-02-05T02:00:00Z');
  const by = callers(later, trade);

  const { items, next, total } = await listToList(by.hq, all);

  const named = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  expect(items.map(({ id, reasonsToList }) => [named.get(id), ...reasonsToList])).toEqual(
    expect.arrayContaining([
      ['major', 'confirmedMajor'],
      ['unitLong', 'unitOverdue'],
      ['authority', 'authorityOverdue'],
      ['back', 'recurrences'],
    ]) as unknown,
  );
  expect([items.length, next, total]).toEqual([4, null, { count: 4, capped: false }]);
  expect(items.map(({ dueOn }) => dueOn)).toEqual(['2026-01-20', '2026-01-20', '2026-01-22', '2026-01-23']);
  for (const hazardId of Object.values(ids)) {
    const page = await readHazard(by.hq, { hazardId });
    const listed = items.find(({ id }) => id === hazardId);
    expect(listed?.reasonsToList ?? [], `${named.get(hazardId)}`).toEqual(page.reasonsToList);
  }
  await later.close();
});

test('by pages shows each once, of the branch alone, and no more once it is listed', async ({ database }) => {
  const later = houseAt(database, '2026-02-05T02:00:00Z');
  const by = callers(later, trade);
  const whole = await listToList(by.hq, all);
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listToList>> = await listToList(by.hq, {
      ...all,
      limit: 1,
      after: after === null ? undefined : (after.split('~') as [string, string]),
    });
    seen.push(...page.items.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  expect(seen).toEqual(whole.items.map(({ id }) => id));
  expect((await listToList(as(later, 'analyst', trade.west), all)).items).toEqual([]);
  await expect(listToList(as(later, 'analyst', trade.west), { ...all, unitId: trade.mill.id })).rejects.toMatchObject({ kind: 'missing' });
  await expect(listToList(by.worker, all)).rejects.toMatchObject({ kind: 'forbidden' });

  const listing = {
    level: 'group' as const,
    issuer: '集团',
    mainPersonId: trade.people.hq.id,
    requirements: '限期整改',
    dueOn: '2026-03-01',
  };
  for (const hazardId of seen) await listHazard(by.hq, { hazardId, ...listing });

  expect(await listToList(by.hq, all)).toEqual({ items: [], next: null, total: { count: 0, capped: false } });
  await later.close();
});
