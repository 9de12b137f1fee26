import { describe, expect, it } from 'vitest';

import type { Hazard } from './hazard.ts';
import { openTreatment, type TreatmentPlan, treatmentStages } from './major-treatment.ts';
import { givenHazard, givenMajor, givenTreatment, monday, people } from './testing/given-hazard.ts';
import { advanceTreatment, objectionToTreatment, type TreatmentStep, treatmentSteps } from './treatment-steps.ts';

const plan: TreatmentPlan = {
  goals: '消除积尘',
  methods: '改造除尘系统',
  funds: 5_000_000,
  organisation: '装备动力部',
  timeLimit: '三个月',
  safetyMeasures: '停用充绒二线',
};
const facts = { by: people.sun, on: monday, plan, authority: '区应急局', oneLevelUp: true, evaluation: 'expert' } as const;
const treated = (over: Parameters<typeof givenTreatment>[0]): Hazard =>
  givenMajor({ stage: 'submitted', rectifierIds: [people.wang], treatment: givenTreatment(over) });
const objected = (hazard: Hazard, step: TreatmentStep, over: object = {}) => objectionToTreatment(hazard, step, { ...facts, ...over });

describe('the treatment of a major hazard', () => {
  it('takes each step only where it belongs', () => {
    const open = treatmentStages.map((stage) => [
      stage,
      treatmentSteps.filter((step) => objected(treated({ stage, toldAuthorityOn: null }), step) === null),
    ]);

    expect(Object.fromEntries(open)).toEqual({
      confirmed: ['tellAuthority', 'draft'],
      drafted: ['tellAuthority', 'draft', 'approve', 'returnDraft'],
      approved: ['tellAuthority', 'evaluate'],
      evaluated: ['tellAuthority'],
    });
  });

  it('goes from confirmation over report, draft and approval to evaluation', () => {
    const opened = givenMajor({ stage: 'submitted', treatment: openTreatment({ by: people.qian, on: monday }) });

    const told = advanceTreatment(opened, 'tellAuthority', facts);
    const drafted = advanceTreatment(told, 'draft', { ...facts, by: people.li });
    const approved = advanceTreatment(drafted, 'approve', facts);
    const evaluated = advanceTreatment(approved, 'evaluate', facts);

    expect(evaluated.treatment).toEqual({
      ...openTreatment({ by: people.qian, on: monday }),
      stage: 'evaluated',
      authority: '区应急局',
      toldAuthorityOn: monday,
      plan,
      draftedById: people.li,
      approvedById: people.sun,
      approvedOn: monday,
      evaluation: 'expert',
      evaluatedById: people.sun,
      evaluatedOn: monday,
    });
  });

  it('tells the authority once', () => {
    expect(objected(treated({ stage: 'approved' }), 'tellAuthority')).toBe('hazards.authority_told');
  });

  it.each(['goals', 'methods', 'organisation', 'timeLimit', 'safetyMeasures'] as const)('is not drafted without %s', (part) => {
    expect(objected(treated({ stage: 'confirmed' }), 'draft', { plan: { ...plan, [part]: ' ' } })).toBe('hazards.treatment_incomplete');
  });

  it.each(['approve', 'returnDraft'] as const)('has its draft decided (%s) one level up by another than its drafter', (step) => {
    const drafted = treated({ stage: 'drafted', draftedById: people.li });

    expect(objected(drafted, step, { by: people.li })).toBe('hazards.own_request');
    expect(objected(drafted, step, { oneLevelUp: false })).toBe('hazards.needs_level_up');
    expect(objected(drafted, step)).toBeNull();
  });

  it('evaluates finished work, and not by whoever did it', () => {
    const approved = treated({ stage: 'approved' });

    expect(objected({ ...approved, stage: 'rectifying' }, 'evaluate')).toBe('hazards.wrong_stage');
    expect(objected(approved, 'evaluate', { by: people.wang })).toBe('hazards.own_evaluation');
    expect(() => advanceTreatment(approved, 'evaluate', { ...facts, by: people.wang })).toThrow('hazards.own_evaluation');
  });

  it('stands still once the hazard is closed or void, and does not exist for a general one', () => {
    expect(objected({ ...treated({ stage: 'drafted' }), stage: 'closed' }, 'approve')).toBe('hazards.wrong_stage');
    expect(objected({ ...treated({ stage: 'drafted' }), stage: 'void' }, 'tellAuthority')).toBe('hazards.wrong_stage');
    expect(objected(givenHazard(), 'draft')).toBe('hazards.wrong_treatment_stage');
    expect(() => advanceTreatment(givenHazard(), 'draft', facts)).toThrow('hazards.wrong_treatment_stage');
  });
});
