import { describe, expect, it } from 'vitest';

import { advance, objection, type Risk, riskStages, riskSteps } from './index.ts';

const assessor = 'a';
const reviewer = 'b';

function givenRisk(given: Partial<Risk> = {}): Risk {
  return {
    stage: 'draft',
    level: null,
    grading: { level: 'general', assessedById: assessor, assessedOn: '2026-01-20' },
    controlPlan: null,
    measures: 2,
    ownerId: 'c',
    reviewDueOn: null,
    ...given,
  };
}

describe('a risk', () => {
  it('takes each step from just the stages that allow it', () => {
    const allowed = riskSteps.flatMap((step) =>
      riskStages
        .filter((stage) => objection(givenRisk({ stage }), step, reviewer) !== 'risks.wrong_stage')
        .map((stage) => `${step} ${stage}`),
    );

    expect(allowed).toEqual([
      'edit draft',
      'review draft',
      'sendBack reviewed',
      'publish reviewed',
      'askRegrading published',
      'askRegrading dueForReview',
      'regrade published',
      'regrade dueForReview',
      'archive draft',
      'archive reviewed',
      'archive published',
      'archive dueForReview',
    ]);
  });

  it('comes into force when it is published, until its review', () => {
    const reviewed = advance(givenRisk(), 'review', { by: reviewer, reviewMonths: 12 });

    expect(advance(reviewed, 'publish', { by: reviewer, reviewMonths: 12 })).toMatchObject({
      stage: 'published',
      level: 'general',
      reviewDueOn: '2027-01-20',
    });
  });

  it('keeps the level in force while it is graded again', () => {
    const published = givenRisk({ stage: 'dueForReview', level: 'larger', reviewDueOn: '2026-01-01' });

    expect(advance(published, 'regrade', { by: assessor, reviewMonths: 12 })).toMatchObject({ stage: 'draft', level: 'larger' });
  });

  it.each([
    ['by its own assessor', givenRisk(), assessor, 'risks.own_review'],
    ['without measures', givenRisk({ measures: 0 }), reviewer, 'risks.measures_missing'],
    ['without an owner', givenRisk({ ownerId: null }), reviewer, 'risks.owner_missing'],
    [
      'of a larger risk without a plan',
      givenRisk({ grading: { level: 'larger', assessedById: assessor, assessedOn: '2026-01-20' } }),
      reviewer,
      'risks.control_plan_missing',
    ],
  ] as const)('is not reviewed %s', (_, risk, by, code) => {
    expect(objection(risk, 'review', by)).toBe(code);
    expect(() => advance(risk, 'review', { by, reviewMonths: 12 })).toThrow(code);
  });

  it('a major or larger risk with a plan, and a low one without, may be reviewed', () => {
    const of = (level: 'major' | 'low', controlPlan: string | null) =>
      objection(givenRisk({ grading: { level, assessedById: assessor, assessedOn: '2026-01-20' }, controlPlan }), 'review', reviewer);

    expect([of('major', '每月由厂长检查'), of('low', null), of('major', null)]).toEqual([null, null, 'risks.control_plan_missing']);
  });
});
