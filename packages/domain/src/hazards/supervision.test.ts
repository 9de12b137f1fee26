import { describe, expect, it } from 'vitest';

import { hazardStages } from './hazard.ts';
import {
  advanceSupervision,
  listForSupervision,
  objectionToListing,
  objectionToSupervision,
  type Supervision,
  supervisionStages,
  supervisionSteps,
} from './supervision.ts';
import { daysLate, reasonsToList } from './supervision-triggers.ts';
import { givenHazard, givenMajor, monday, people, settledPlan } from './testing/given-hazard.ts';

const terms = { level: 'group', issuer: '集团安委会', mainPersonId: people.wang, requirements: '停用整改', dueOn: '2026-03-31' } as const;
const major = givenMajor({ stage: 'rectifying' });
const closed = { stage: 'closed' } as const;
const listed = listForSupervision({ hazard: major, running: null }, { by: people.qian, on: monday, ...terms });
const who = { by: people.qian, on: '2026-02-08' };

describe('listed supervision', () => {
  it('lists open hazards only, once at a time, with a deadline to come', () => {
    const stages = hazardStages.filter((stage) => objectionToListing({ hazard: { stage }, running: null }, { on: monday }) === null);

    expect(stages).toEqual(['reported', 'registered', 'assigned', 'rectifying', 'submitted']);
    expect(objectionToListing({ hazard: major, running: listed }, { on: monday })).toBe('hazards.supervision_exists');
    expect(objectionToListing({ hazard: major, running: { ...listed, stage: 'delisted' } }, { on: monday })).toBeNull();
    expect(objectionToListing({ hazard: major, running: null }, { on: monday, dueOn: '2026-02-01' })).toBe('hazards.supervision_past');
    expect(objectionToListing({ hazard: major, running: null }, { on: monday, dueOn: monday })).toBeNull();
  });

  it('owes progress every seven days, counted from the last report', () => {
    const reported = advanceSupervision({ supervision: listed, hazard: major }, 'report', who);

    expect(listed.progressDueOn).toBe('2026-02-09');
    expect(reported).toMatchObject({ stage: 'listed', lastProgressOn: '2026-02-08', progressDueOn: '2026-02-15' });
    expect(
      listForSupervision({ hazard: major, running: null }, { by: people.qian, on: monday, ...terms, everyDays: 14 }).progressDueOn,
    ).toBe('2026-02-16');
  });

  it('takes each step only where it belongs', () => {
    const open = supervisionStages.map((stage) => [
      stage,
      supervisionSteps.filter((step) => objectionToSupervision({ supervision: { ...listed, stage }, hazard: closed }, step, who) === null),
    ]);

    expect(Object.fromEntries(open)).toEqual({
      listed: ['report', 'askDelisting'],
      delistingAsked: ['report', 'refuseDelisting', 'delist'],
      delisted: [],
    });
  });

  it('ends only with the hazard closed, by another than the one who asked', () => {
    const asked: Supervision = advanceSupervision({ supervision: listed, hazard: closed }, 'askDelisting', { by: people.wang, on: monday });

    expect(objectionToSupervision({ supervision: listed, hazard: major }, 'askDelisting', who)).toBe('hazards.not_closed');
    expect(objectionToSupervision({ supervision: asked, hazard: major }, 'delist', who)).toBe('hazards.not_closed');
    expect(objectionToSupervision({ supervision: asked, hazard: closed }, 'delist', { by: people.wang, on: monday })).toBe(
      'hazards.own_request',
    );
    expect(objectionToSupervision({ supervision: asked, hazard: closed }, 'refuseDelisting', { by: people.wang, on: monday })).toBe(
      'hazards.own_request',
    );
    expect(advanceSupervision({ supervision: asked, hazard: closed }, 'delist', who)).toMatchObject({
      stage: 'delisted',
      delistedById: people.qian,
      progressDueOn: null,
    });
    expect(advanceSupervision({ supervision: asked, hazard: closed }, 'refuseDelisting', who)).toMatchObject({
      stage: 'listed',
      delistingAskedById: null,
    });
  });
});

describe('the triggers of listing', () => {
  const facts = { ...givenHazard({ stage: 'rectifying', level: 'unit' }), source: 'selfCheck', recurrences: 0 } as const;

  it('are any confirmed major hazard', () => {
    expect(reasonsToList({ ...facts, level: 'major' }, monday)).toEqual(['confirmedMajor']);
    expect(reasonsToList({ ...facts, level: 'major', stage: 'closed' }, monday)).toEqual([]);
  });

  it('are a company-level hazard more than 15 days overdue', () => {
    expect(['2026-02-25', '2026-02-26'].map((today) => reasonsToList(facts, today))).toEqual([[], ['unitOverdue']]);
    expect(reasonsToList({ ...facts, level: 'workshop' }, '2026-02-26')).toEqual([]);
  });

  it('are an overdue hazard of an authority, from its first day', () => {
    const found = { ...facts, source: 'authority', level: 'workshop' } as const;

    expect(['2026-02-10', '2026-02-11'].map((today) => reasonsToList(found, today))).toEqual([[], ['authorityOverdue']]);
  });

  it('are three recurrences', () => {
    expect([2, 3, 4].map((recurrences) => reasonsToList({ ...facts, recurrences }, monday))).toEqual([
      [],
      ['recurrences'],
      ['recurrences'],
    ]);
  });

  it('count days late only while the work is owed', () => {
    const late = hazardStages.filter((stage) => daysLate({ stage, plan: settledPlan }, '2026-02-12') === 2);

    expect(late).toEqual(['assigned', 'rectifying']);
    expect(daysLate({ stage: 'rectifying', plan: { ...settledPlan, dueOn: null } }, '2026-02-12')).toBe(0);
    expect(daysLate({ stage: 'rectifying', plan: settledPlan }, '2026-02-10')).toBe(0);
  });
});
