import { describe, expect } from 'vitest';

import { callers, givenArrived, givenHazard, givenTrade, newHash, type Trade } from '../testing/hazard-story.ts';
import { given, test } from '../testing/index.ts';
import { acceptHazard, readHazard, sendBackHazard, submitHazard } from './index.ts';

let trade: Trade;

describe('a hand-in whose photo never arrived', () => {
  test('is followed by another, and only the photos of that one are waited for', async ({ house, database: { owner } }) => {
    trade = await givenTrade(owner);
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
