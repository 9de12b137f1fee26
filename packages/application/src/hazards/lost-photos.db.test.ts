import { describe, expect } from 'vitest';

import { callers, givenArrived, givenGrants, givenHazard, givenTrade, newHash, type Trade } from '../testing/hazard-story.ts';
import { given, test } from '../testing/index.ts';
import { acceptHazard, giveUpAfterPhoto, giveUpBeforePhoto, readHazard, sendBackHazard, submitHazard } from './index.ts';

let trade: Trade;

describe('a hand-in whose photo never arrived', () => {
  test('is followed by another, and only the photos of that one are waited for', async ({ house, database: { owner } }) => {
    trade = await givenTrade(owner);
    await givenGrants(owner, trade);
    const by = callers(house, trade);
    const { hazardId, before, after: lost } = await givenHazard(owner, { trade, by }, 'submitted');
    await givenArrived(owner, hazardId, before);
    await expect(acceptHazard(by.officer, { hazardId })).rejects.toMatchObject({ code: 'hazards.photos_awaited' });
    await sendBackHazard(by.officer, { hazardId, reason: 'photoUnclear' });
    const later = callers(house.at(new Date('2026-01-20T03:00:00Z')), trade);
    const again = newHash();
    await submitHazard(later.leader, { hazardId, photos: [again] });
    await expect(acceptHazard(later.officer, { hazardId })).rejects.toMatchObject({ code: 'hazards.photos_awaited' });

    await givenArrived(owner, hazardId, [again]);

    expect(await acceptHazard(later.officer, { hazardId })).toMatchObject({ stage: 'closed' });
    const { photos } = await readHazard(later.officer, { hazardId });
    expect(photos.find(({ sha256 }) => sha256 === lost)).toMatchObject({ evidenceId: null, kind: 'after' });
  });
});

describe('a photo that has not come', () => {
  test('is waited for from whoever announced it', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const { hazardId, before, after } = await givenHazard(owner, { trade, by }, 'submitted');
    const holder = async () => {
      const held = (await readHazard(by.officer, { hazardId })).holder;
      return [held?.duty, held?.at, held?.persons.map(({ name }) => name)];
    };
    expect(await holder()).toEqual(['photos', 'unit', ['赵敏', '王芳']]);
    await givenArrived(owner, hazardId, [after]);
    expect(await holder()).toEqual(['photos', 'unit', ['赵敏']]);

    await given.arranged(owner, async (tx) => {
      await tx.updateTable('hazards').set({ anonymous: true, found_by_id: null }).where('id', '=', hazardId).execute();
      await tx.updateTable('hazard_photos').set({ declared_by_id: null }).where('sha256', 'in', before).execute();
    });

    expect(await holder()).toEqual(['photos', 'anonymous', []]);
  });
});

describe('a photo that cannot come any more', () => {
  test('is given up by an officer, who then does not accept; another does, and it stays shown as missing', async ({
    house,
    database: { owner },
  }) => {
    const by = callers(house, trade);
    const { hazardId, before, after } = await givenHazard(owner, { trade, by }, 'submitted');
    await givenArrived(owner, hazardId, [after]);
    const [sha256 = ''] = before;
    const lost = { hazardId, sha256, reason: '上报人关掉了页面' };
    for (const not of [by.worker, by.leader]) await expect(giveUpBeforePhoto(not, lost)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(giveUpBeforePhoto(by.officer, { ...lost, sha256: newHash() })).rejects.toMatchObject({
      kind: 'missing',
      code: 'hazards.photo_not_found',
    });
    expect((await readHazard(by.officer, { hazardId })).objections).toMatchObject({
      accept: 'hazards.photos_awaited',
      giveUpBeforePhoto: null,
      giveUpAfterPhoto: 'hazards.photo_not_awaited',
    });

    expect(await giveUpBeforePhoto(by.officer, lost)).toMatchObject({ stage: 'submitted' });

    await expect(giveUpBeforePhoto(by.millHead, lost)).rejects.toMatchObject({ code: 'hazards.photo_not_awaited' });
    await expect(acceptHazard(by.officer, { hazardId })).rejects.toMatchObject({ kind: 'conflict', code: 'hazards.gave_photo_up' });
    const read = await readHazard(by.millHead, { hazardId });
    expect(read.holder).toMatchObject({ duty: 'acceptance', persons: [{ name: '孙磊' }] });
    expect(read.photos[0]).toMatchObject({
      evidenceId: null,
      awaited: false,
      declaredBy: { name: '赵敏' },
      givenUp: { by: { name: '李强' }, reason: lost.reason },
    });
    expect(read.timeline.at(-1)).toMatchObject({ step: 'giveUpBeforePhoto', note: lost.reason, by: { name: '李强' } });
    const trail = await owner.selectFrom('trail').select('verb').where('subject_id', '=', hazardId).orderBy('seq').execute();
    expect(trail.at(-1)?.verb).toBe('hazards.giveUpBeforePhoto');
    expect(await acceptHazard(by.millHead, { hazardId })).toMatchObject({ stage: 'closed' });
    await expect(giveUpBeforePhoto(by.officer, lost)).rejects.toMatchObject({ code: 'hazards.wrong_stage' });
  });

  test('is taken and shown when it comes all the same', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const { hazardId, before, after } = await givenHazard(owner, { trade, by }, 'submitted');
    await givenArrived(owner, hazardId, [after]);
    await giveUpBeforePhoto(by.officer, { hazardId, sha256: before[0] ?? '', reason: '手机坏了' });

    await givenArrived(owner, hazardId, before);

    expect((await readHazard(by.officer, { hazardId })).photos[0]).toMatchObject({ evidenceId: expect.any(String), awaited: false });
    expect(await acceptHazard(by.officer, { hazardId })).toMatchObject({ stage: 'closed' });
  });

  test('of the work is given up by whoever did it, but never the last of a hand-in', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const { hazardId, before } = await givenHazard(owner, { trade, by }, 'rectifying');
    const [one, other] = [newHash(), newHash()];
    await submitHazard(by.leader, { hazardId, photos: [one, other] });
    await givenArrived(owner, hazardId, before);
    await expect(giveUpAfterPhoto(by.worker, { hazardId, sha256: one, reason: '丢了' })).rejects.toMatchObject({
      code: 'hazards.photo_not_yours',
    });

    await giveUpAfterPhoto(by.leader, { hazardId, sha256: one, reason: '手机格式化' });

    await expect(giveUpAfterPhoto(by.officer, { hazardId, sha256: other, reason: '丢了' })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'hazards.last_after_photo',
    });
    await givenArrived(owner, hazardId, [other]);
    expect(await acceptHazard(by.officer, { hazardId })).toMatchObject({ stage: 'closed' });
  });

  test('given up twice at once is given up once, and two of two never', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const { hazardId } = await givenHazard(owner, { trade, by }, 'rectifying');
    const photos = [newHash(), newHash()];
    await submitHazard(by.leader, { hazardId, photos });

    const tries = await Promise.allSettled(photos.map((sha256) => giveUpAfterPhoto(by.leader, { hazardId, sha256, reason: '丢了' })));

    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('is out of reach from outside the branch', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const { hazardId, before, after } = await givenHazard(owner, { trade, by }, 'submitted');

    for (const [giveUp, [sha256 = '']] of [
      [giveUpBeforePhoto, before],
      [giveUpAfterPhoto, [after]],
    ] as const)
      await expect(giveUp(by.stranger, { hazardId, sha256, reason: '丢了' })).rejects.toMatchObject({
        kind: 'missing',
        code: 'hazards.not_found',
      });
  });

  test('announced again with a later hand-in is waited for again', async ({ house, database: { owner } }) => {
    const by = callers(house, trade);
    const { hazardId, before } = await givenHazard(owner, { trade, by }, 'rectifying');
    const [one, other] = [newHash(), newHash()];
    await submitHazard(by.leader, { hazardId, photos: [one, other] });
    await givenArrived(owner, hazardId, [...before, other]);
    await giveUpAfterPhoto(by.leader, { hazardId, sha256: one, reason: '丢了' });
    await sendBackHazard(by.officer, { hazardId, reason: 'notFixed' });
    const later = callers(house.at(new Date('2026-01-20T04:00:00Z')), trade);

    await submitHazard(later.leader, { hazardId, photos: [one] });

    await expect(acceptHazard(later.officer, { hazardId })).rejects.toMatchObject({ code: 'hazards.photos_awaited' });
  });
});
