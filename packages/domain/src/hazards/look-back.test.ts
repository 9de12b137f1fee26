import { describe, expect, it } from 'vitest';

import { hazardStages } from './hazard.ts';
import { conclude, type LookBack, objectionToConcluding, objectionToInspector } from './look-back.ts';
import { givenHazard, monday, people } from './testing/given-hazard.ts';

const closed = givenHazard({ stage: 'closed', rectifierIds: [people.zhao], acceptedById: people.li, closedOn: monday });
const lookBack: LookBack = {
  hazardId: closed.id,
  round: 0,
  reason: 'drawn',
  fromOn: '2026-03-04',
  toOn: '2026-04-03',
  inspectorId: people.sun,
  result: null,
  lookedOn: null,
};
const finding = { by: people.sun, on: '2026-03-10', result: 'held', photos: 1, sameUnit: false } as const;

describe('a look-back', () => {
  it('is made by somebody who neither rectified, answered for it, nor accepted it, from another unit', () => {
    const objected = [people.wang, people.zhao, people.li, people.sun].map((inspectorId) => objectionToInspector(closed, { inspectorId }));

    expect(objected).toEqual(['hazards.own_look_back', 'hazards.own_look_back', 'hazards.own_look_back', null]);
    expect(objectionToInspector(closed, { inspectorId: people.sun, sameUnit: true })).toBe('hazards.look_back_same_unit');
    expect(objectionToInspector(closed, { inspectorId: people.sun, sameUnit: false })).toBeNull();
  });

  it('is made of closed hazards only', () => {
    const open = hazardStages.filter((stage) => objectionToInspector({ ...closed, stage }, { inspectorId: people.sun }) === null);

    expect(open).toEqual(['closed']);
  });

  it.each(['held', 'relapsed'] as const)('needs a photo whether it %s', (result) => {
    expect(objectionToConcluding({ hazard: closed, lookBack }, { ...finding, result, photos: 0 })).toBe('hazards.look_back_photo_missing');
    expect(conclude({ hazard: closed, lookBack }, { ...finding, result })).toMatchObject({ result, lookedOn: '2026-03-10' });
  });

  it('keeps the inspector who really came, who must be as free as the one assigned', () => {
    expect(conclude({ hazard: closed, lookBack }, { ...finding, by: people.qian }).inspectorId).toBe(people.qian);
    expect(() => conclude({ hazard: closed, lookBack }, { ...finding, by: people.li })).toThrow('hazards.own_look_back');
    expect(() => conclude({ hazard: closed, lookBack }, { ...finding, sameUnit: true })).toThrow('hazards.look_back_same_unit');
  });

  it('has one result, and belongs to the closing it was drawn for', () => {
    const done = conclude({ hazard: closed, lookBack }, finding);

    expect(objectionToConcluding({ hazard: closed, lookBack: done }, finding)).toBe('hazards.looked_back_already');
    expect(objectionToConcluding({ hazard: { ...closed, reopenings: 1 }, lookBack }, finding)).toBe('hazards.wrong_stage');
  });
});
