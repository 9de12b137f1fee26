import type { HazardLevel } from './levels.ts';
import { isWeighty } from './levels.ts';

/** 五落实: 责任、措施、资金、时限、预案. */
export const fiveCommitments = ['responsibility', 'measures', 'funds', 'timeLimit', 'contingency'] as const;
export type Commitment = (typeof fiveCommitments)[number];

/** What may be stated as 不涉及 when the level is 班组级 or 车间级. */
export const waivableCommitments = ['funds', 'contingency'] as const;
export type WaivableCommitment = (typeof waivableCommitments)[number];

/** 整改方案 with its five commitments. `funds` is in 分, and 0 is a statement; null is silence. */
export type RectificationPlan = {
  readonly responsibleUnitId: string | null;
  readonly responsibleId: string | null;
  /** 责任领导: named in the 整改清单, not one of the five. */
  readonly leaderId: string | null;
  readonly measures: string | null;
  readonly funds: number | null;
  readonly dueOn: string | null;
  readonly contingency: string | null;
  /** 不涉及 */
  readonly waived: readonly WaivableCommitment[];
};

export const emptyPlan: RectificationPlan = {
  responsibleUnitId: null,
  responsibleId: null,
  leaderId: null,
  measures: null,
  funds: null,
  dueOn: null,
  contingency: null,
  waived: [],
};

/** The commitments still missing before work may start, in their customary order. A waiver counts only below 公司级. */
export function unsettled(plan: RectificationPlan, level: HazardLevel | null): Commitment[] {
  const waived: readonly Commitment[] = isWeighty(level) ? [] : plan.waived;
  return fiveCommitments.filter((commitment) => !waived.includes(commitment) && !states(plan, commitment));
}

function states(plan: RectificationPlan, commitment: Commitment): boolean {
  const stated = {
    responsibility: plan.responsibleUnitId !== null && plan.responsibleId !== null,
    measures: says(plan.measures),
    funds: plan.funds !== null,
    timeLimit: plan.dueOn !== null,
    contingency: says(plan.contingency),
  } satisfies Record<Commitment, boolean>;
  return stated[commitment];
}

function says(text: string | null): boolean {
  return text !== null && text.trim() !== '';
}
