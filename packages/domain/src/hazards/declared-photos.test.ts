import { describe, expect, it } from 'vitest';

import { countPhotos, type DeclaredPhoto, givePhotoUp, isAwaited, objectionToGivingUp, objectionToGivingUpAny } from './declared-photos.ts';
import type { Hazard } from './hazard.ts';
import { givenHazard, people } from './testing/given-hazard.ts';
import { objected } from './testing/taking-steps.ts';

const [nine, ten, eleven] = ['09', '10', '11'].map((hour) => new Date(`2026-02-02T${hour}:00:00Z`)) as [Date, Date, Date];

function photo(over: Partial<DeclaredPhoto> = {}): DeclaredPhoto {
  return { kind: 'after', round: 0, declaredAt: ten, arrived: false, givenUpById: null, ...over };
}

const before = photo({ kind: 'before', declaredAt: nine, arrived: true });
const counted = (photos: readonly DeclaredPhoto[], reopenings = 0) => countPhotos(photos, { reopenings });
const submitted = (over: Partial<Hazard> = {}) =>
  givenHazard({ stage: 'submitted', submittedById: people.wang, rectifierIds: [people.wang], ...over });

describe('the photos that acceptance waits for', () => {
  it('are every one of the report and of the hand-in', () => {
    expect(counted([before, photo(), photo()])).toMatchObject({ before: 1, after: 2, awaited: 2 });
    expect(counted([{ ...before, arrived: false }, photo({ arrived: true })])).toMatchObject({ before: 1, after: 1, awaited: 1 });
  });

  it('are no longer those of an earlier hand-in, once another one brought its own', () => {
    expect(counted([before, photo(), photo({ declaredAt: eleven, arrived: true })])).toMatchObject({ after: 1, awaited: 0 });
    expect(counted([before, photo(), photo({ declaredAt: eleven })])).toMatchObject({ after: 1, awaited: 1 });
    expect(counted([before, photo({ arrived: true }), photo({ declaredAt: eleven })])).toMatchObject({ after: 2, awaited: 1 });
  });

  it('are of the round that runs, and those before of every round', () => {
    const again = [
      { ...before, arrived: false },
      photo({ arrived: true }),
      photo(),
      photo({ round: 1, declaredAt: eleven, arrived: true }),
    ];

    expect(counted(again, 1)).toMatchObject({ before: 1, after: 1, awaited: 1 });
    expect(counted([before, photo({ kind: 'progress' }), photo({ kind: 'lookBack' })])).toMatchObject({ after: 0, awaited: 0 });
  });

  it('are not those that were given up; of the work at least one must be left', () => {
    const givenUp = { givenUpById: people.li };

    expect(counted([{ ...before, arrived: false, ...givenUp }, photo({ arrived: true })])).toEqual({
      before: 1,
      after: 1,
      awaited: 0,
      givenUpByIds: [people.li],
    });
    expect(counted([before, photo(givenUp)])).toMatchObject({ after: 0, awaited: 0 });
    expect(counted([before, photo({ ...givenUp, arrived: true })])).toMatchObject({ after: 1, givenUpByIds: [] });
  });
});

describe('giving a photo up', () => {
  const officer = { by: people.li, officer: true };
  const lost = { ...before, arrived: false };
  const one = photo();

  it('takes one away that is waited for, and nothing else', () => {
    const photos = [lost, one, photo({ arrived: true })];
    const given = photos.map((each) => objectionToGivingUp({ hazard: submitted(), photos, photo: each }, officer));

    expect(given).toEqual([null, null, 'hazards.photo_not_awaited']);
    const after = givePhotoUp({ hazard: submitted(), photos, photo: lost }, officer);
    expect(after).toEqual({ ...lost, givenUpById: people.li });
    expect(isAwaited(after, photos, submitted())).toBe(false);
    expect(() => givePhotoUp({ hazard: submitted(), photos, photo: after }, officer)).toThrow('hazards.photo_not_awaited');
  });

  it('leaves the last photo of a hand-in: that work is handed in again', () => {
    const photos = [before, photo({ declaredAt: nine, arrived: true }), one];

    expect(objectionToGivingUp({ hazard: submitted(), photos, photo: one }, officer)).toBe('hazards.last_after_photo');
    expect(objectionToGivingUpAny({ hazard: submitted(), photos, kind: 'after' }, officer)).toBe('hazards.last_after_photo');
    expect(objectionToGivingUpAny({ hazard: submitted(), photos: [...photos, photo()], kind: 'after' }, officer)).toBeNull();
    expect(objectionToGivingUpAny({ hazard: submitted(), photos, kind: 'before' }, officer)).toBe('hazards.photo_not_awaited');
  });

  it('of the work is for whoever rectified it and for the officer', () => {
    const photos = [before, one, photo()];
    const by = (person: string) => objectionToGivingUp({ hazard: submitted(), photos, photo: one }, { by: person, officer: false });

    expect([people.wang, people.zhao].map(by)).toEqual([null, 'hazards.photo_not_yours']);
  });

  it('is for a hazard that is open, and of the work only while it waits for acceptance', () => {
    const photos = [lost, one, photo()];
    const at = (stage: Hazard['stage'], each: DeclaredPhoto) =>
      objectionToGivingUp({ hazard: submitted({ stage }), photos, photo: each }, officer);

    expect([at('reported', lost), at('rectifying', lost), at('closed', lost)]).toEqual([null, null, 'hazards.wrong_stage']);
    expect([at('rectifying', one), at('submitted', one)]).toEqual(['hazards.wrong_stage', null]);
  });

  it('bars from accepting without it', () => {
    const photos = countPhotos([{ ...lost, givenUpById: people.li }, photo({ arrived: true })], { reopenings: 0 });

    expect(objected(submitted(), 'accept', { by: people.li, photos })).toBe('hazards.gave_photo_up');
    expect(objected(submitted(), 'accept', { by: people.sun, photos })).toBeNull();
  });
});
