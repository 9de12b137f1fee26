import { acceptHazard, readHazard, startHazard, submitHazard } from '@changming/application/hazards';
import { listOwnNotices } from '@changming/application/notices';
import { as, given, givenAccount, test } from '@changming/application/testing';
import { callers, givenArrived, givenGrants, givenHazard, givenTrade, newHash } from '@changming/application/testing/hazard-story';
import { expect } from 'vitest';

import { workOff } from '../../testing/work-off.ts';

test('of the closing everybody is told, with a way to the page only for whom it stays open', async ({ house, database }) => {
  const { owner } = database;
  const trade = await givenTrade(owner);
  await givenGrants(owner, trade);
  const by = callers(house, trade);
  const repairs = await given.unit(owner, '设备部', 'department', trade.mill);
  const fitter = await given.person(owner, repairs, { name: '何工' });
  await givenAccount(owner, { person: fitter, role: 'worker', at: repairs });
  const caller = as(house, 'worker', repairs, fitter.id);
  const plan = { responsibleId: fitter.id, leaderId: trade.people.leader.id };
  const { hazardId, before } = await givenHazard(owner, { trade, by }, 'assigned', { plan });
  await startHazard(caller, { hazardId });
  const after = newHash();
  await submitHazard(caller, { hazardId, photos: [after] });
  await givenArrived(owner, hazardId, [...before, after]);
  const work = () => workOff(database, house, (queue) => ['hazards.tell', 'notices.deliver'].includes(queue));
  await work();
  await acceptHazard(by.officer, { hazardId });
  await work();

  const told = async (reader: typeof caller) =>
    Object.fromEntries((await listOwnNotices(reader, { limit: 10 })).items.map(({ about, link }) => [about, link]));
  const way = `/hazards/${hazardId}`;
  expect(await told(caller)).toEqual({ 'hazards.assigned': way, 'hazards.closed': null });
  await expect(readHazard(caller, { hazardId })).rejects.toMatchObject({ kind: 'missing' });
  for (const reader of [by.worker, by.leader]) {
    expect((await told(reader))['hazards.closed']).toBe(way);
    expect(await readHazard(reader, { hazardId })).toMatchObject({ stage: 'closed' });
  }
});
