import { describe, expect, it } from 'vitest';

import type { Hazard } from './hazard.ts';
import { hazardLevels } from './levels.ts';
import { givenHazard, givenMajor, givenTreatment, monday, people, photos, settledPlan } from './testing/given-hazard.ts';
import { objected, stepped } from './testing/taking-steps.ts';

describe('handing in', () => {
  it.each(['submit', 'fixOnTheSpot'] as const)('by %s needs a photo from before and one from after', (step) => {
    const hazard = givenHazard({ stage: step === 'submit' ? 'rectifying' : 'reported' });

    expect(objected(hazard, step, { photos: { ...photos, before: 0 } })).toBe('hazards.before_photo_missing');
    expect(objected(hazard, step, { photos: { ...photos, after: 0 } })).toBe('hazards.after_photo_missing');
    expect(objected(hazard, step, { photos: { ...photos, awaited: 2 } })).toBeNull();
  });

  it.each(['submit', 'fixOnTheSpot'] as const)(
    'by %s goes without a photo from before where it is said why, never without one from after',
    (step) => {
      const hazard = givenHazard({ stage: step === 'submit' ? 'rectifying' : 'reported' });
      const lacking = { ...photos, before: 0, beforeLacked: true };

      expect(objected(hazard, step, { photos: lacking })).toBeNull();
      expect(objected(hazard, step, { photos: { ...lacking, after: 0 } })).toBe('hazards.after_photo_missing');
    },
  );

  it('owes acceptance on the third working day after it', () => {
    const friday = '2026-02-06';

    const submitted = stepped(givenHazard({ stage: 'rectifying' }), 'submit', people.wang, friday);

    expect(submitted).toMatchObject({ submittedById: people.wang, submittedOn: friday, acceptanceDueOn: '2026-02-11' });
  });

  it('on the spot states all five commitments by the deed itself', () => {
    const fixed = stepped(givenHazard({ level: null }), 'fixOnTheSpot', people.wang);

    expect(fixed).toMatchObject({ stage: 'submitted', level: 'team', onTheSpot: true, submittedById: people.wang });
    expect(objected({ ...fixed, stage: 'assigned' }, 'start')).toBeNull();
  });

  it('on the spot is not for what needs money, other departments or a treatment plan', () => {
    expect(objected(givenHazard(), 'fixOnTheSpot', { level: 'unit' })).toBe('hazards.not_on_the_spot');
    expect(objected(givenHazard(), 'fixOnTheSpot', { level: 'major' })).toBe('hazards.not_on_the_spot');
    expect(objected(givenHazard({ suggestion: 'confirmed' }), 'fixOnTheSpot')).toBe('hazards.not_on_the_spot');
    expect(objected(givenHazard(), 'fixOnTheSpot', { measures: '  ' })).toBe('hazards.reason_missing');
  });
});

const submitted = (over: Partial<Hazard> = {}) =>
  givenHazard({ stage: 'submitted', submittedById: people.wang, rectifierIds: [people.wang], ...over });

describe('acceptance', () => {
  it('is never given by whoever is answerable for the work or ever handed it in', () => {
    const twiceSubmitted = submitted({ plan: { ...settledPlan, responsibleId: people.sun }, rectifierIds: [people.wang, people.li] });

    const own = [people.sun, people.wang, people.li].map((by) => objected(twiceSubmitted, 'accept', { by }));

    expect(own).toEqual(Array(3).fill('hazards.self_acceptance'));
    expect(objected(twiceSubmitted, 'sendBack', { by: people.wang })).toBe('hazards.self_acceptance');
    expect(objected(twiceSubmitted, 'accept', { by: people.qian })).toBeNull();
  });

  it('is given by the finder only at team and workshop level', () => {
    const byFinder = hazardLevels.map((level) =>
      objected(submitted({ level, treatment: givenTreatment() }), 'accept', { by: people.zhao }),
    );

    expect(byFinder).toEqual([null, null, 'hazards.finder_acceptance', 'hazards.finder_acceptance']);
  });

  it('waits for every declared photo', () => {
    expect(objected(submitted(), 'accept', { photos: { ...photos, awaited: 1 } })).toBe('hazards.photos_awaited');
    expect(objected(submitted(), 'accept', { photos: { ...photos, before: 0 } })).toBe('hazards.before_photo_missing');
    expect(objected(submitted(), 'accept', { photos: { ...photos, after: 0 } })).toBe('hazards.after_photo_missing');
  });

  it('waits until a request to void the hazard was decided', () => {
    expect(objected(submitted(), 'accept', { voidAsked: true })).toBe('hazards.void_undecided');
  });

  it('waits for the grade and for the answer to a suggestion', () => {
    expect(objected(submitted({ level: null }), 'accept')).toBe('hazards.level_missing');
    expect(objected(submitted({ suggestion: 'open' }), 'accept')).toBe('hazards.major_undecided');
    expect(objected(submitted({ suggestion: 'denialProposed' }), 'accept')).toBe('hazards.major_undecided');
  });

  it('closes in the same step', () => {
    expect(stepped(submitted(), 'accept', people.li, '2026-02-09')).toMatchObject({
      stage: 'closed',
      acceptedById: people.li,
      closedOn: '2026-02-09',
    });
  });

  it('refused, sends the work back, counts it, and voids the evaluation', () => {
    const back = stepped(submitted({ level: 'major', treatment: givenTreatment(), sendBacks: 1 }), 'sendBack');

    expect(back).toMatchObject({ stage: 'rectifying', sendBacks: 2, acceptanceDueOn: null, treatment: { stage: 'approved' } });
    expect(objected(submitted(), 'sendBack', { reason: ' ' })).toBe('hazards.reason_missing');
  });
});

describe('a major hazard', () => {
  it.each(['assigned', 'rectifying'] as const)('does not move on from %s before the authority is told and the plan approved', (stage) => {
    const step = stage === 'assigned' ? 'start' : 'submit';
    const withTreatment = (treatment: Hazard['treatment']) => objected(givenMajor({ stage, treatment }), step);

    expect(withTreatment(null)).toBe('hazards.authority_not_told');
    expect(withTreatment(givenTreatment({ toldAuthorityOn: null }))).toBe('hazards.authority_not_told');
    expect(withTreatment(givenTreatment({ stage: 'confirmed' }))).toBe('hazards.treatment_not_approved');
    expect(withTreatment(givenTreatment({ stage: 'drafted' }))).toBe('hazards.treatment_not_approved');
    expect(withTreatment(givenTreatment({ stage: 'approved' }))).toBeNull();
  });

  it('is accepted by the group, after evaluation', () => {
    const major = givenMajor({ stage: 'submitted' });

    expect(objected(major, 'accept', { byGroup: false })).toBe('hazards.major_needs_group');
    expect(objected({ ...major, treatment: givenTreatment({ stage: 'approved' }) }, 'accept')).toBe('hazards.not_evaluated');
    expect(objected(major, 'accept')).toBeNull();
  });

  it('does not vanish as a false alarm below the group', () => {
    expect(objected(givenMajor({ stage: 'assigned' }), 'void', { byGroup: false })).toBe('hazards.major_needs_group');
    expect(objected(givenHazard({ suggestion: 'open' }), 'void')).toBe('hazards.major_undecided');
  });
});

describe('voiding', () => {
  it('is decided one level up, by somebody else than the one who asked or who is to rectify', () => {
    const hazard = givenHazard({ stage: 'assigned' });

    expect(objected(hazard, 'void', { oneLevelUp: false })).toBe('hazards.needs_level_up');
    expect(objected(hazard, 'void', { by: people.li })).toBe('hazards.own_request');
    expect(objected(hazard, 'void', { by: people.wang })).toBe('hazards.own_request');
    expect(objected(hazard, 'void', { reason: '' })).toBe('hazards.reason_missing');
    expect(stepped(hazard, 'void')).toMatchObject({ stage: 'void', voidedById: people.sun, voidedOn: monday });
  });
});

describe('reopening', () => {
  it('begins a new round with a new deadline and remembers who rectified before', () => {
    const closed = givenMajor({
      stage: 'closed',
      rectifierIds: [people.wang],
      extendedFromOn: '2026-02-05',
      acceptedById: people.qian,
      closedOn: '2026-02-12',
      sendBacks: 1,
    });

    expect(stepped(closed, 'reopen', people.li, '2026-02-20')).toMatchObject({
      stage: 'assigned',
      plan: { dueOn: '2026-03-01' },
      extendedFromOn: null,
      rectifierIds: [people.wang],
      acceptedById: null,
      closedOn: null,
      sendBacks: 1,
      reopenings: 1,
      treatment: { stage: 'confirmed', toldAuthorityOn: null },
    });
  });

  it('needs a reason and a deadline that is not past', () => {
    const closed = givenHazard({ stage: 'closed' });

    expect(objected(closed, 'reopen', { reason: '' })).toBe('hazards.reason_missing');
    expect(objected(closed, 'reopen', { dueOn: '2026-02-01' })).toBe('hazards.deadline_past');
    expect(objected(closed, 'reopen', { dueOn: monday })).toBeNull();
  });
});
