import { describe, expect } from 'vitest';

import { callers, givenHazard, givenTrade, planOf, type Trade } from '../testing/hazard-story.ts';
import { as, given, test } from '../testing/index.ts';
import {
  askForExtension,
  askToVoid,
  decideOnExtension,
  decideOnVoid,
  readHazard,
  replanHazard,
  withdrawExtensionRequest,
  withdrawVoidRequest,
} from './index.ts';

let trade: Trade;
const weighty = { level: 'unit', plan: { dueOn: '2026-01-30', contingency: '停机', waived: [] } };
const extending = { toOn: '2026-02-10', reason: '等备件' };
const alarm = { kind: 'falseAlarm', reason: '看错' } as const;

describe('a request for an extension', () => {
  test('is taken back while it is undecided, leaves the hazard as it was, and may be asked for again', async ({
    house,
    database: { owner },
  }) => {
    trade = await givenTrade(owner);
    const by = callers(house, trade);
    const { hazardId } = await givenHazard(owner, { trade, by }, 'rectifying', weighty);
    await expect(withdrawExtensionRequest(by.leader, { hazardId })).rejects.toMatchObject({ code: 'hazards.request_not_found' });
    await askForExtension(by.leader, { hazardId, ...extending });
    expect((await readHazard(by.leader, { hazardId })).objections.withdrawExtension).toBeNull();
    expect((await readHazard(by.analyst, { hazardId })).objections.withdrawExtension).toBe('access.not_permitted');

    expect(await withdrawExtensionRequest(by.leader, { hazardId })).toMatchObject({ stage: 'rectifying' });

    await expect(withdrawExtensionRequest(by.leader, { hazardId })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'hazards.request_decided',
    });
    await expect(decideOnExtension(by.millHead, { hazardId, granted: true })).rejects.toMatchObject({ code: 'hazards.request_decided' });
    const { extension, timeline, plan, objections } = await readHazard(by.leader, { hazardId });
    expect(extension).toMatchObject({ stage: 'withdrawn', decidedById: trade.people.leader.id, decidedOn: '2026-01-20' });
    expect(timeline.map(({ step }) => step).slice(-2)).toEqual(['askExtension', 'withdrawExtension']);
    expect([plan.dueOn, objections.askExtension, objections.withdrawExtension]).toEqual(['2026-01-30', null, 'hazards.request_decided']);
    expect(await askForExtension(by.leader, { hazardId, ...extending })).toMatchObject({ stage: 'rectifying' });
  });

  test('is taken back neither by a worker who may ask nor by who is to decide', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const { hazardId } = await givenHazard(owner, { trade, by }, 'rectifying', weighty);
    await askForExtension(by.leader, { hazardId, ...extending });
    for (const other of [by.worker, by.officer, by.millHead]) {
      const refused = { kind: 'conflict', code: 'hazards.not_own_request' };
      expect((await readHazard(other, { hazardId })).objections.withdrawExtension).toBe(refused.code);
      await expect(withdrawExtensionRequest(other, { hazardId })).rejects.toMatchObject(refused);
    }

    const { extension, timeline } = await readHazard(by.leader, { hazardId });
    expect([extension?.stage, timeline.at(-1)?.step]).toEqual(['asked', 'askExtension']);
  });

  test('may be taken back by whoever was handed the work and asked, from another workshop too', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const { hazardId } = await givenHazard(owner, { trade, by }, 'rectifying', weighty);
    const cutting = await given.unit(owner, '裁剪车间', 'workshop', trade.mill);
    const cutter = await given.person(owner, cutting, { name: '何平' });
    const byCutter = as(house, 'worker', cutting, cutter.id);
    await expect(withdrawExtensionRequest(byCutter, { hazardId })).rejects.toMatchObject({ kind: 'missing' });
    const handed = planOf(trade, { ...weighty.plan, responsibleId: cutter.id, responsibleUnitId: cutting.id });
    await replanHazard(by.officer, { hazardId, plan: handed });
    await askForExtension(byCutter, { hazardId, ...extending });

    expect(await withdrawExtensionRequest(byCutter, { hazardId })).toMatchObject({ stage: 'rectifying' });
  });
});

describe('a request to void', () => {
  test('is taken back by the one who asked alone, and goes into the trail', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const { hazardId } = await givenHazard(owner, { trade, by }, 'assigned');
    await askToVoid(by.leader, { hazardId, ...alarm });
    await expect(withdrawVoidRequest(by.worker, { hazardId })).rejects.toMatchObject({ kind: 'forbidden' });

    for (const other of [by.officer, by.millHead])
      await expect(withdrawVoidRequest(other, { hazardId })).rejects.toMatchObject({ kind: 'conflict', code: 'hazards.not_own_request' });

    expect(await withdrawVoidRequest(by.leader, { hazardId })).toMatchObject({ stage: 'assigned' });

    await expect(decideOnVoid(by.millHead, { hazardId, granted: true })).rejects.toMatchObject({ code: 'hazards.request_decided' });
    const { voiding, timeline } = await readHazard(by.officer, { hazardId });
    expect(voiding).toMatchObject({ stage: 'withdrawn', askedById: trade.people.leader.id, decidedById: trade.people.leader.id });
    expect(timeline.at(-1)).toMatchObject({
      step: 'withdrawVoid',
      by: { id: trade.people.leader.id },
      facts: { requestId: voiding?.id, askedById: trade.people.leader.id },
    });
    const trail = await owner
      .selectFrom('trail')
      .select('person_id')
      .where('subject_id', '=', hazardId)
      .where('verb', '=', 'hazards.withdrawVoid')
      .execute();
    expect(trail).toEqual([{ person_id: trade.people.leader.id }]);
    expect(await askToVoid(by.leader, { hazardId, ...alarm })).toMatchObject({ stage: 'assigned' });
  });

  test('taken back and decided at the same moment is one of the two', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const { hazardId } = await givenHazard(owner, { trade, by }, 'assigned');
    await askToVoid(by.leader, { hazardId, ...alarm });

    const answers = await Promise.allSettled([
      withdrawVoidRequest(by.leader, { hazardId }),
      decideOnVoid(by.millHead, { hazardId, granted: true }),
      withdrawVoidRequest(by.leader, { hazardId }),
    ]);

    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
