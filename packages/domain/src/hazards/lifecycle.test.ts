import { describe, expect, it } from 'vitest';

import { type Hazard, type HazardStage, hazardStages } from './hazard.ts';
import { advance, objection } from './lifecycle.ts';
import { type HazardStep, hazardSteps } from './steps.ts';
import { givenHazard, givenMajor, monday, people, settledPlan } from './testing/given-hazard.ts';
import { objected, stepped } from './testing/taking-steps.ts';

describe('the stages and steps of a hazard', () => {
  const moves: Readonly<Record<HazardStep, Partial<Record<HazardStage, HazardStage>>>> = {
    register: { reported: 'registered' },
    assign: { registered: 'assigned' },
    replan: { assigned: 'assigned', rectifying: 'rectifying' },
    start: { assigned: 'rectifying' },
    submit: { rectifying: 'submitted' },
    fixOnTheSpot: { reported: 'submitted' },
    sendBack: { submitted: 'rectifying' },
    accept: { submitted: 'closed' },
    void: { reported: 'void', registered: 'void', assigned: 'void', rectifying: 'void', submitted: 'void' },
    reopen: { closed: 'assigned' },
  };

  it.each(hazardStages.flatMap((stage) => hazardSteps.map((step) => ({ stage, step, to: moves[step][stage] ?? null }))))(
    '$stage -- $step --> $to',
    ({ stage, step, to }) => {
      const hazard = givenHazard({ stage });

      if (to === null) {
        expect(objected(hazard, step)).toBe('hazards.wrong_stage');
        expect(() => stepped(hazard, step)).toThrow('hazards.wrong_stage');
      } else {
        expect(objected(hazard, step)).toBeNull();
        expect(stepped(hazard, step).stage).toBe(to);
      }
    },
  );

  it('closes only through acceptance', () => {
    const closers = hazardStages.flatMap((stage) =>
      hazardSteps.filter((step) => {
        const hazard = givenHazard({ stage });
        return objected(hazard, step) === null && stage !== 'closed' && stepped(hazard, step).stage === 'closed';
      }),
    );

    expect(closers).toEqual(['accept']);
  });
});

describe('triage', () => {
  it('names the person who graded it', () => {
    expect(stepped(givenHazard({ level: null }), 'register', people.li)).toMatchObject({
      level: 'workshop',
      registeredById: people.li,
      registeredOn: monday,
    });
  });

  it('opens the treatment when a named person grades it major, suggested or not', () => {
    const graded = advance(givenHazard(), 'register', { by: people.li, on: monday, level: 'major' });

    expect(graded).toMatchObject({ level: 'major', suggestion: 'none', treatment: { confirmedById: people.li, stage: 'confirmed' } });
  });

  it.each(['open', 'denialProposed'] as const)('grades no hazard general while its suggestion is %s', (suggestion) => {
    const hazard = givenHazard({ suggestion });

    expect(objected(hazard, 'register')).toBe('hazards.major_undecided');
    expect(objected(hazard, 'register', { level: 'major' })).toBeNull();
    expect(advance(hazard, 'register', { by: people.li, on: monday, level: 'major' }).suggestion).toBe('confirmed');
  });

  it('does not grade a confirmed major hazard down', () => {
    expect(objected(givenHazard({ suggestion: 'confirmed' }), 'register', { level: 'unit' })).toBe('hazards.major_confirmed');
    expect(objected(givenHazard({ suggestion: 'denied' }), 'register', { level: 'unit' })).toBeNull();
  });
});

describe('the plan', () => {
  const registered = givenHazard({ stage: 'registered' });
  const assigned = givenHazard({ stage: 'assigned' });

  it.each(['responsibleUnitId', 'responsibleId', 'dueOn'] as const)('is not assigned without %s', (part) => {
    expect(objected(registered, 'assign', { plan: { ...settledPlan, [part]: null } })).toBe('hazards.assignment_incomplete');
  });

  it('is assigned for today, never for yesterday, and not beyond the latest day the rules allow', () => {
    const due = ['2026-02-01', monday, '2026-02-05', '2026-02-06'].map((dueOn) =>
      objected(registered, 'assign', { plan: { ...settledPlan, dueOn }, latestDueOn: '2026-02-05' }),
    );

    expect(due).toEqual(['hazards.deadline_past', null, null, 'hazards.deadline_too_late']);
  });

  it('is assigned with all five commitments from 公司级 upwards, and with what is known below', () => {
    const bare = { ...settledPlan, funds: null, contingency: null, waived: ['funds', 'contingency'] as const };
    const assign = (level: Hazard['level']) => objected(givenHazard({ stage: 'registered', level }), 'assign', { plan: bare });

    expect([assign('team'), assign('workshop'), assign('unit'), assign('major')]).toEqual([
      null,
      null,
      'hazards.plan_incomplete',
      'hazards.plan_incomplete',
    ]);
  });

  it('may be completed and handed over, but moves its deadline only by extension', () => {
    const handedOver = { ...settledPlan, responsibleId: people.li };

    expect(advance(assigned, 'replan', { by: people.li, on: monday, plan: handedOver }).plan.responsibleId).toBe(people.li);
    expect(objected(assigned, 'replan', { plan: { ...settledPlan, dueOn: '2026-02-11' } })).toBe('hazards.deadline_by_extension_only');
    expect(objected(assigned, 'replan', { plan: { ...settledPlan, responsibleId: null } })).toBe('hazards.assignment_incomplete');
  });

  it('loses no commitment once work is under way', () => {
    const rectifying = givenHazard({ stage: 'rectifying' });

    expect(objected(rectifying, 'replan', { plan: { ...settledPlan, measures: null } })).toBe('hazards.plan_incomplete');
    expect(objected(assigned, 'replan', { plan: { ...settledPlan, measures: null } })).toBeNull();
  });

  it.each(['responsibleUnitId', 'responsibleId', 'measures', 'funds', 'dueOn', 'contingency'] as const)(
    'does not start while %s is missing',
    (part) => {
      const incomplete = givenHazard({ stage: 'assigned', plan: { ...settledPlan, [part]: null } });

      expect(objected(incomplete, 'start')).toBe('hazards.plan_incomplete');
    },
  );

  it('starts with funds of 0, which is a statement', () => {
    expect(objected(givenHazard({ stage: 'assigned', level: 'unit', plan: { ...settledPlan, funds: 0 } }), 'start')).toBeNull();
  });

  it('may state funds and contingency as 不涉及 at team and workshop level only', () => {
    const waived = { ...settledPlan, funds: null, contingency: null, waived: ['funds', 'contingency'] as const };
    const start = (level: Hazard['level']) => objected(givenMajor({ stage: 'assigned', level, plan: waived }), 'start');

    expect([start('team'), start('workshop'), start('unit'), start('major')]).toEqual([
      null,
      null,
      'hazards.plan_incomplete',
      'hazards.plan_incomplete',
    ]);
  });
});

it('objects to nothing it does not know yet, so a page can ask before anything is typed', () => {
  const nothingTyped = hazardSteps.map((step) => objection(givenHazard({ stage: 'submitted' }), step, { by: people.sun, on: monday }));

  expect(nothingTyped.filter((reason) => reason === null)).toHaveLength(3);
});
