import { describe, expect, it } from 'vitest';

import { hazardStages } from './hazard.ts';
import { givenHazard, givenMajor, monday, people } from './testing/given-hazard.ts';
import { askVoid, decideVoid, objectionToAskingVoid, objectionToDecidingVoid } from './voiding.ts';

const hazard = givenHazard({ stage: 'registered' });
const asking = { by: people.li, on: monday, kind: 'falseAlarm', reason: '看错了', duplicateOfId: null } as const;
const voiding = askVoid({ hazard, last: null }, asking);
const decision = { by: people.sun, on: '2026-02-03', oneLevelUp: true, byGroup: false };

describe('a request to void', () => {
  it('is asked of any hazard that is still open', () => {
    const stages = hazardStages.filter((stage) => objectionToAskingVoid({ hazard: givenHazard({ stage }), last: null }) === null);

    expect(stages).toEqual(['reported', 'registered', 'assigned', 'rectifying', 'submitted']);
  });

  it('is asked once at a time, with a reason, and a duplicate names the other hazard', () => {
    expect(objectionToAskingVoid({ hazard, last: voiding })).toBe('hazards.request_pending');
    expect(objectionToAskingVoid({ hazard, last: { ...voiding, stage: 'denied' } })).toBeNull();
    expect(objectionToAskingVoid({ hazard, last: null }, { reason: ' ' })).toBe('hazards.reason_missing');
    expect(() => askVoid({ hazard, last: null }, { ...asking, kind: 'duplicate' })).toThrow('hazards.duplicate_of_missing');
    expect(() => askVoid({ hazard, last: null }, { ...asking, kind: 'duplicate', duplicateOfId: hazard.id })).toThrow(
      'hazards.duplicate_of_missing',
    );
    expect(askVoid({ hazard, last: null }, { ...asking, kind: 'duplicate', duplicateOfId: 'h-2' }).duplicateOfId).toBe('h-2');
  });

  it('is decided one level up by another than whoever asked', () => {
    const objected = (over: object) => objectionToDecidingVoid({ hazard, voiding }, { ...decision, ...over });

    expect(objected({})).toBeNull();
    expect(objected({ by: people.li })).toBe('hazards.own_request');
    expect(objected({ oneLevelUp: false })).toBe('hazards.needs_level_up');
  });

  it('granted, ends the hazard; denied, leaves it', () => {
    const granted = decideVoid({ hazard, voiding }, { ...decision, granted: true });
    const denied = decideVoid({ hazard, voiding }, { ...decision, granted: false });

    expect(granted).toMatchObject({ hazard: { stage: 'void', voidedById: people.sun }, voiding: { stage: 'granted' } });
    expect(denied).toEqual({ hazard, voiding: { ...voiding, stage: 'denied', decidedById: people.sun, decidedOn: '2026-02-03' } });
    expect(() => decideVoid(denied, { ...decision, granted: true })).toThrow('hazards.request_decided');
  });

  it('of a major hazard is for the group to decide', () => {
    expect(objectionToDecidingVoid({ hazard: givenMajor({ stage: 'assigned' }), voiding }, decision)).toBe('hazards.major_needs_group');
  });
});
