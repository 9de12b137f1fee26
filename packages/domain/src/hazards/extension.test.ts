import { describe, expect, it } from 'vitest';

import { askExtension, decideExtension, type Extension, objectionToAskingExtension, objectionToDecidingExtension } from './extension.ts';
import { hazardStages } from './hazard.ts';
import { advance } from './lifecycle.ts';
import { givenHazard, monday, people } from './testing/given-hazard.ts';

const rectifying = givenHazard({ stage: 'rectifying' });
const ask = { by: people.wang, on: '2026-02-05', toOn: '2026-02-20', reason: '配件未到', latestDueOn: null };
const decision = { by: people.sun, on: '2026-02-06', oneLevelUp: true };

const asked = (over: Partial<Extension> = {}): Extension => ({ ...askExtension({ hazard: rectifying, last: null }, ask), ...over });

describe('an extension', () => {
  it('is asked while the work is under way, at no other stage', () => {
    const stages = hazardStages.filter((stage) => objectionToAskingExtension({ hazard: givenHazard({ stage }), last: null }, ask) === null);

    expect(stages).toEqual(['assigned', 'rectifying']);
  });

  it('is asked until the last day of the deadline, not after it', () => {
    const on = ['2026-02-09', '2026-02-10', '2026-02-11'].map((day) =>
      objectionToAskingExtension({ hazard: rectifying, last: null }, { ...ask, on: day }),
    );

    expect(on).toEqual([null, null, 'hazards.extension_too_late']);
  });

  it('asks for a later day, within the longest the level allows, with a reason', () => {
    const objected = (over: object) => objectionToAskingExtension({ hazard: rectifying, last: null }, { ...ask, ...over });

    expect(objected({ toOn: '2026-02-10' })).toBe('hazards.extension_not_later');
    expect(objected({ toOn: '2026-02-11' })).toBeNull();
    expect(objected({ latestDueOn: '2026-02-19' })).toBe('hazards.deadline_too_late');
    expect(objected({ latestDueOn: '2026-02-20' })).toBeNull();
    expect(objected({ reason: ' ' })).toBe('hazards.reason_missing');
  });

  it('is objected to before anything is typed only for what is known', () => {
    expect(objectionToAskingExtension({ hazard: rectifying, last: null }, { by: people.wang, on: monday })).toBeNull();
  });

  it('waits for the answer to the one asked before, and may be asked again when that was denied', () => {
    expect(objectionToAskingExtension({ hazard: rectifying, last: asked() }, ask)).toBe('hazards.request_pending');
    expect(objectionToAskingExtension({ hazard: rectifying, last: asked({ stage: 'denied' }) }, ask)).toBeNull();
  });

  it('is decided one level up, by somebody who neither asked nor rectifies', () => {
    const by = (who: string, oneLevelUp = true) =>
      objectionToDecidingExtension(
        { hazard: rectifying, extension: asked({ askedById: people.li }) },
        { ...decision, by: who, oneLevelUp },
      );

    expect([by(people.sun), by(people.sun, false), by(people.li), by(people.wang)]).toEqual([
      null,
      'hazards.needs_level_up',
      'hazards.own_request',
      'hazards.own_request',
    ]);
  });

  it('granted, moves the deadline once; the stage stays', () => {
    const { hazard, extension } = decideExtension({ hazard: rectifying, extension: asked() }, { ...decision, granted: true });

    expect(hazard).toMatchObject({ stage: 'rectifying', plan: { dueOn: '2026-02-20' }, extendedFromOn: '2026-02-10' });
    expect(extension).toMatchObject({ stage: 'granted', decidedById: people.sun, decidedOn: '2026-02-06' });
    expect(objectionToAskingExtension({ hazard, last: extension }, { ...ask, toOn: '2026-02-25' })).toBe('hazards.extension_used');
    expect(() => decideExtension({ hazard, extension }, { ...decision, granted: true })).toThrow('hazards.request_decided');
  });

  it('denied, leaves the deadline where it was', () => {
    const { hazard, extension } = decideExtension({ hazard: rectifying, extension: asked() }, { ...decision, granted: false });

    expect(hazard).toEqual(rectifying);
    expect(extension.stage).toBe('denied');
  });

  it('asked in time may be decided after the deadline, but not once the work is handed in', () => {
    const late = { ...decision, on: '2026-03-01' };

    expect(objectionToDecidingExtension({ hazard: rectifying, extension: asked() }, late)).toBeNull();
    expect(objectionToDecidingExtension({ hazard: givenHazard({ stage: 'submitted' }), extension: asked() }, late)).toBe(
      'hazards.wrong_stage',
    );
  });

  it('belongs to its round: a request of the round before cannot move the new deadline, and a new one may be asked', () => {
    const closed = givenHazard({ stage: 'closed', extendedFromOn: '2026-02-01' });
    const reopened = advance(closed, 'reopen', { by: people.li, on: '2026-03-01', reason: '又坏了', dueOn: '2026-03-10' });

    expect(objectionToDecidingExtension({ hazard: reopened, extension: asked() }, decision)).toBe('hazards.wrong_stage');
    expect(objectionToAskingExtension({ hazard: reopened, last: asked() }, { ...ask, on: '2026-03-05', toOn: '2026-03-20' })).toBeNull();
  });
});
