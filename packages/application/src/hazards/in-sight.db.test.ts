import type { Permission } from '@changming/domain/access';
import { describe, expect } from 'vitest';

import { as, given, holding, test } from '../testing/index.ts';
import { callers, givenHazard, givenTrade, newHash, planOf, type Trade } from '../testing/hazard-story.ts';
import {
  askForExtension,
  fixHazardOnTheSpot,
  giveUpAfterPhoto,
  readHazard,
  replanHazard,
  sendBackHazard,
  startHazard,
  submitHazard,
  withdrawExtensionRequest,
} from './index.ts';

let trade: Trade;
const missing = { kind: 'missing', code: 'hazards.not_found' };
const later = { toOn: '2026-01-21', reason: '等料' };

describe('what one may not see', () => {
  test('a worker of the same workshop may not act on either, by no verb of the rectifier', async ({ house, database: { owner } }) => {
    trade = await givenTrade(owner);
    const by = callers(house, trade);
    const colleague = as(house, 'worker', trade.workshop, (await given.person(owner, trade.workshop, { name: '同事' })).id);
    const { hazardId: reported } = await givenHazard(owner, { trade, by }, 'reported');
    const { hazardId: assigned } = await givenHazard(owner, { trade, by }, 'assigned');
    const { hazardId: underWay } = await givenHazard(owner, { trade, by }, 'rectifying');
    const { hazardId: submitted, after } = await givenHazard(owner, { trade, by }, 'submitted');
    await askForExtension(by.leader, { hazardId: underWay, ...later });

    const attempts = {
      read: () => readHazard(colleague, { hazardId: assigned }),
      start: () => startHazard(colleague, { hazardId: assigned }),
      askExtension: () => askForExtension(colleague, { hazardId: assigned, ...later }),
      submit: () => submitHazard(colleague, { hazardId: underWay, photos: [newHash()] }),
      withdrawExtension: () => withdrawExtensionRequest(colleague, { hazardId: underWay }),
      fixOnTheSpot: () => fixHazardOnTheSpot(colleague, { hazardId: reported, measures: '移开', photos: [newHash()] }),
      giveUpAfterPhoto: () => giveUpAfterPhoto(colleague, { hazardId: submitted, sha256: after, reason: '手机坏了' }),
    };

    for (const [verb, attempt] of Object.entries(attempts)) await expect(attempt(), verb).rejects.toMatchObject(missing);
    const stages = await owner.selectFrom('hazards').select('stage').where('id', 'in', [reported, assigned, underWay, submitted]).execute();
    expect(stages.map(({ stage }) => stage).toSorted()).toEqual(['assigned', 'rectifying', 'reported', 'submitted']);
  });

  test('is seen and done by whoever is named for it or has handed it in, and by the finder', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const helper = await given.person(owner, trade.workshop, { name: '帮手' });
    const caller = as(house, 'worker', trade.workshop, helper.id);
    const { hazardId } = await givenHazard(owner, { trade, by }, 'registered');
    await expect(readHazard(caller, { hazardId })).rejects.toMatchObject(missing);

    const { hazardId: named } = await givenHazard(owner, { trade, by }, 'assigned', { plan: { responsibleId: helper.id } });
    expect((await readHazard(caller, { hazardId: named })).objections).toMatchObject({ start: null });
    await startHazard(caller, { hazardId: named });
    expect(await submitHazard(caller, { hazardId: named, photos: [newHash()] })).toMatchObject({ stage: 'submitted' });
    await sendBackHazard(by.officer, { hazardId: named, reason: 'partlyFixed' });
    await replanHazard(by.leader, { hazardId: named, plan: planOf(trade) });
    expect(await submitHazard(caller, { hazardId: named, photos: [newHash()] })).toMatchObject({ stage: 'submitted' });

    const { hazardId: led } = await givenHazard(owner, { trade, by }, 'assigned', { plan: { leaderId: helper.id } });
    expect(await startHazard(caller, { hazardId: led })).toMatchObject({ stage: 'rectifying' });
    const { hazardId: found } = await givenHazard(owner, { trade, by }, 'reported');
    expect(await fixHazardOnTheSpot(by.worker, { hazardId: found, measures: '移开', photos: [newHash()] })).toMatchObject({
      stage: 'submitted',
    });
  });

  test('is not done by a token that may do the work but not see it', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const { hazardId } = await givenHazard(owner, { trade, by }, 'assigned');
    const narrowed = (...only: Permission[]) => house.callerFor({ ...holding('teamLeader', trade.workshop, trade.people.leader.id), only });

    await expect(startHazard(narrowed('hazards.rectify'), { hazardId })).rejects.toMatchObject(missing);
    expect(await startHazard(narrowed('hazards.rectify', 'hazards.read'), { hazardId })).toMatchObject({ stage: 'rectifying' });
  });
});
