import { monthsLater, refuse } from '../kernel/index.ts';
import { owesControlPlan, type RiskLevel } from './levels.ts';
import type { RiskRefusal } from './refusals.ts';
import type { Risk, RiskStage } from './risk.ts';

const steps = {
  /** 修改 */
  edit: { from: ['draft'], to: 'draft' },
  /** 审核 */
  review: { from: ['draft'], to: 'reviewed' },
  sendBack: { from: ['reviewed'], to: 'draft' },
  /** 发布: the grading comes into force. */
  publish: { from: ['reviewed'], to: 'published' },
  /** 提请复评 */
  askRegrading: { from: ['published', 'dueForReview'], to: 'dueForReview' },
  /** 复评: graded anew; the level in force stays until the new one is published. */
  regrade: { from: ['published', 'dueForReview'], to: 'draft' },
  archive: { from: ['draft', 'reviewed', 'published', 'dueForReview'], to: 'archived' },
} as const satisfies Record<string, { from: readonly RiskStage[]; to: RiskStage }>;

export type RiskStep = keyof typeof steps;
export const riskSteps = Object.keys(steps) as readonly RiskStep[];

/** Why `by` may not take `step` now, or null when it may. The web asks this to explain a greyed button. */
export function objection(risk: Risk, step: RiskStep, by: string | null): RiskRefusal | null {
  const allowedFrom: readonly RiskStage[] = steps[step].from;
  if (!allowedFrom.includes(risk.stage)) return 'risks.wrong_stage';
  if (step === 'review') return objectionToReview(risk, by);
  return step === 'publish' ? objectionToContent(risk) : null;
}

/** 评价人 ≠ 审核人. What is reviewed must be complete. */
function objectionToReview(risk: Risk, by: string | null): RiskRefusal | null {
  if (by !== null && risk.grading.assessedById === by) return 'risks.own_review';
  return objectionToContent(risk);
}

function objectionToContent({ grading, controlPlan, measures, ownerId }: Risk): RiskRefusal | null {
  if (measures === 0) return 'risks.measures_missing';
  if (ownerId === null) return 'risks.owner_missing';
  return owesControlPlan(grading.level) && controlPlan === null ? 'risks.control_plan_missing' : null;
}

/** Months from one grading to the next, by the rule of the unit. */
export type Facts = { readonly by: string | null; readonly reviewMonths: number };

/** The risk after `step`. Refuses by `conflict` with the code of `objection`. */
export function advance(risk: Risk, step: RiskStep, { by, reviewMonths }: Facts): Risk {
  const objected = objection(risk, step, by);
  if (objected !== null) refuse('conflict', objected, { stage: risk.stage, step });
  const moved: Risk = { ...risk, stage: steps[step].to };
  if (step !== 'publish') return moved;
  return { ...moved, level: risk.grading.level, reviewDueOn: monthsLater(risk.grading.assessedOn, reviewMonths) };
}

/** Whether the colour of a point changes with this step. */
export function changesColour(before: { readonly level: RiskLevel | null; readonly stage: RiskStage }, after: typeof before): boolean {
  return before.level !== after.level || (before.stage === 'archived') !== (after.stage === 'archived');
}
