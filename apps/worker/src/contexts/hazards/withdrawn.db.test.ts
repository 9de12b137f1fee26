import {
  askForExtension,
  askToVoid,
  decideOnExtension,
  withdrawExtensionRequest,
  withdrawVoidRequest,
} from '@changming/application/hazards';
import { chooseChannels, countUnread } from '@changming/application/notices';
import type { House } from '@changming/application/context';
import { test } from '@changming/application/testing';
import { callers, givenGrants, givenHazard, givenTrade, type Trade } from '@changming/application/testing/hazard-story';
import type { TestDatabase } from '@changming/database/testing';
import { expect } from 'vitest';

import { workOff } from '../../testing/work-off.ts';

const all = ['hazards.tell', 'notices.deliver', 'notices.close'];

/** Works these queues off; what waits in the others goes on waiting. */
function workUntilIdle(database: TestDatabase, house: House, queues: readonly string[] = all): Promise<void> {
  return workOff(database, house, (queue) => queues.includes(queue));
}

let trade: Trade;

test('a request that is taken back is off the list of whoever was to decide, and its mail is not sent', async ({ house, database }) => {
  const { owner } = database;
  trade = await givenTrade(owner);
  await givenGrants(owner, trade);
  const by = callers(house, trade);
  const plan = { dueOn: '2026-01-30', contingency: '停机', waived: [] };
  const { hazardId } = await givenHazard(owner, { trade, by }, 'rectifying', { level: 'unit', plan });
  await chooseChannels(by.millHead, { email: 'sun@example.test', quietFrom: null, quietTo: null });
  await workUntilIdle(database, house);
  const { unread: before } = await countUnread(by.millHead, {});
  await askForExtension(by.leader, { hazardId, toOn: '2026-02-10', reason: '等备件' });
  await askToVoid(by.leader, { hazardId, kind: 'falseAlarm', reason: '看错' });
  await workUntilIdle(database, house);
  expect(await countUnread(by.millHead, {})).toEqual({ unread: before + 2 });

  await withdrawVoidRequest(by.leader, { hazardId });
  await workUntilIdle(database, house);
  expect(await countUnread(by.millHead, {}), 'the other request still waits').toEqual({ unread: before + 1 });
  await withdrawExtensionRequest(by.leader, { hazardId });
  await workUntilIdle(database, house);

  expect(await countUnread(by.millHead, {})).toEqual({ unread: before });
  const mails = await owner
    .selectFrom('notice_mails as m')
    .innerJoin('notices as n', 'n.id', 'm.notice_id')
    .select(['n.about', 'm.state'])
    .where('n.subject_id', '=', hazardId)
    .where('m.state', '=', 'dropped')
    .execute();
  expect(mails.map(({ about }) => about).toSorted()).toEqual(['hazards.extensionAsked', 'hazards.voidAsked']);
});

test('a request that is taken back before anybody was told is told to nobody', async ({ house, database }) => {
  const by = callers(house, trade);
  const { hazardId } = await givenHazard(database.owner, { trade, by }, 'rectifying');
  await askToVoid(by.leader, { hazardId, kind: 'falseAlarm', reason: '看错' });
  await withdrawVoidRequest(by.leader, { hazardId });
  await workUntilIdle(database, house);

  const told = await database.owner.selectFrom('notices').select('about').where('subject_id', '=', hazardId).execute();
  expect(told.map(({ about }) => about)).not.toContain('hazards.voidAsked');
});

test('a notice that is delivered after its closing, or after the decision, is told to nobody', async ({ house, database }) => {
  const by = callers(house, trade);
  const plan = { dueOn: '2026-01-30', contingency: '停机', waived: [] };
  const { hazardId } = await givenHazard(database.owner, { trade, by }, 'rectifying', { level: 'unit', plan });
  await workUntilIdle(database, house);
  await askToVoid(by.leader, { hazardId, kind: 'falseAlarm', reason: '看错' });
  await askForExtension(by.leader, { hazardId, toOn: '2026-02-10', reason: '等备件' });
  await workUntilIdle(database, house, ['hazards.tell']);
  await withdrawVoidRequest(by.leader, { hazardId });
  await decideOnExtension(by.millHead, { hazardId, granted: true });
  await workUntilIdle(database, house, ['hazards.tell', 'notices.close']);
  await workUntilIdle(database, house);

  const told = await database.owner.selectFrom('notices').select('about').where('subject_id', '=', hazardId).execute();
  const abouts = told.map(({ about }) => about);
  expect(abouts).toContain('hazards.extensionDecided');
  expect(abouts.filter((about) => ['hazards.voidAsked', 'hazards.extensionAsked'].includes(about))).toEqual([]);
});
