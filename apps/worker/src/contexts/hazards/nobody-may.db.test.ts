import { acceptHazard, askToVoid, endNobodyMay, withdrawVoidRequest } from '@changming/application/hazards';
import type { House } from '@changming/application/context';
import { given, givenAccount, test } from '@changming/application/testing';
import { callers, givenArrived, givenGrants, givenHazard, givenTrade, type Trade } from '@changming/application/testing/hazard-story';
import type { Database } from '@changming/database';
import type { TestDatabase } from '@changming/database/testing';
import { expect } from 'vitest';

import { workOff } from '../../testing/work-off.ts';

const all = ['hazards.tell', 'notices.deliver', 'notices.close', 'hazards.end-nobody-may'];

function workUntilIdle(database: TestDatabase, house: House, queues: readonly string[] = all): Promise<void> {
  return workOff(database, house, (queue) => queues.includes(queue));
}

let trade: Trade;
let grantor: string;

/** What stands on anybody's list of this hazard: about and name. */
async function unread(owner: Database, hazardId: string): Promise<string[]> {
  const rows = await owner
    .selectFrom('notices as n')
    .innerJoin('persons as p', 'p.id', 'n.person_id')
    .select(['n.about', 'p.name'])
    .where('n.subject_id', '=', hazardId)
    .where('n.read_at', 'is', null)
    .where('n.about', 'in', ['hazards.nobodyMay', 'hazards.voidAsked', 'hazards.submitted'])
    .execute();
  return rows.map(({ about, name }) => `${about} ${name}`).toSorted();
}

/** Opens or closes the accounts of these people. */
async function enable(owner: Database, names: readonly (keyof Trade['people'])[], open: boolean): Promise<void> {
  const ids = names.map((name) => trade.people[name].id);
  const disabled_at = open ? null : new Date('2026-01-19T00:00:00Z');
  await owner.updateTable('accounts').set({ disabled_at }).where('person_id', 'in', ids).execute();
}

const deciders = ['officer', 'millHead', 'eastHead', 'hq', 'hqSecond'] as const;

test('that nobody may decide a request stands until somebody may, who then is asked', async ({ house, database }) => {
  const { owner } = database;
  trade = await givenTrade(owner);
  await givenGrants(owner, trade);
  const admin = await given.person(owner, trade.root, { name: '授权员' });
  grantor = `hazards.nobodyMay ${admin.name}`;
  await givenAccount(owner, { person: admin, role: 'securityAdmin', at: trade.root });
  const by = callers(house, trade);
  const { hazardId } = await givenHazard(owner, { trade, by }, 'rectifying');
  await enable(owner, deciders, false);
  await askToVoid(by.leader, { hazardId, kind: 'falseAlarm', reason: '看错' });
  await workUntilIdle(database, house);
  await endNobodyMay(house.clockwork(), {});
  await workUntilIdle(database, house);
  expect(await unread(owner, hazardId), 'nothing has changed').toEqual([grantor]);

  await enable(owner, ['millHead'], true);
  expect(await endNobodyMay(house.clockwork(), {})).toMatchObject({ ended: 1, next: null });
  await workUntilIdle(database, house);

  expect(await unread(owner, hazardId)).toEqual(['hazards.voidAsked 孙磊']);
  expect(await endNobodyMay(house.clockwork(), {})).toMatchObject({ ended: 0 });
});

test('it ends with the step: the request was taken back, the hazard accepted', async ({ house, database }) => {
  const { owner } = database;
  const by = callers(house, trade);
  await enable(owner, deciders, false);
  const { hazardId, before, after } = await givenHazard(owner, { trade, by }, 'submitted');
  await givenArrived(owner, hazardId, [...before, after]);
  await askToVoid(by.leader, { hazardId, kind: 'falseAlarm', reason: '看错' });
  await workUntilIdle(database, house);
  expect(await unread(owner, hazardId)).toEqual([grantor, grantor]);

  await withdrawVoidRequest(by.leader, { hazardId });
  await endNobodyMay(house.clockwork(), {});
  await workUntilIdle(database, house);
  expect(await unread(owner, hazardId), 'the acceptance still waits').toEqual([grantor]);
  await acceptHazard(by.officer, { hazardId });
  await endNobodyMay(house.clockwork(), {});
  await workUntilIdle(database, house);

  expect(await unread(owner, hazardId)).toEqual([]);
});

test('what ended before it was told is told to nobody', async ({ house, database }) => {
  const { owner } = database;
  const by = callers(house, trade);
  await enable(owner, deciders, true);
  const { hazardId } = await givenHazard(owner, { trade, by }, 'rectifying');
  await workUntilIdle(database, house);
  await enable(owner, deciders, false);
  await askToVoid(by.leader, { hazardId, kind: 'falseAlarm', reason: '看错' });
  await workUntilIdle(database, house, ['hazards.tell']);
  await withdrawVoidRequest(by.leader, { hazardId });
  await workUntilIdle(database, house);

  expect(await unread(owner, hazardId)).toEqual([]);
});

test('whoever grants reads it first: whoever may then is asked all the same, and once', async ({ house, database }) => {
  const { owner } = database;
  const by = callers(house, trade);
  await enable(owner, deciders, true);
  const { hazardId } = await givenHazard(owner, { trade, by }, 'rectifying');
  await enable(owner, deciders, false);
  await askToVoid(by.leader, { hazardId, kind: 'falseAlarm', reason: '看错' });
  await workUntilIdle(database, house);
  expect(await unread(owner, hazardId)).toEqual([grantor]);
  await owner.updateTable('notices').set({ read_at: house.clock.now() }).where('subject_id', '=', hazardId).execute();
  await workUntilIdle(database, house);
  expect(await unread(owner, hazardId), 'nobody may yet').toEqual([]);

  await enable(owner, ['millHead'], true);
  await workUntilIdle(database, house);
  expect(await unread(owner, hazardId)).toEqual(['hazards.voidAsked 孙磊']);
  await enable(owner, ['eastHead'], true);
  await workUntilIdle(database, house);

  expect(await unread(owner, hazardId)).toEqual(['hazards.voidAsked 孙磊']);
});
