import { refuse } from '../kernel/index.ts';
import { type Hazard, isOpen, rectified } from './hazard.ts';
import type { EvaluationKind, MajorTreatment, TreatmentPlan, TreatmentStage } from './major-treatment.ts';
import type { HazardRefusal } from './refusals.ts';

/** `evaluate` is the 自评 or 专家评估 of the finished work that Order 16 asks for before a major hazard is accepted. */
const steps = {
  tellAuthority: { from: ['confirmed', 'drafted', 'approved', 'evaluated'] },
  draft: { from: ['confirmed', 'drafted'] },
  approve: { from: ['drafted'] },
  returnDraft: { from: ['drafted'] },
  evaluate: { from: ['approved'] },
} as const satisfies Record<string, { from: readonly TreatmentStage[] }>;

export type TreatmentStep = keyof typeof steps;
export const treatmentSteps = Object.keys(steps) as readonly TreatmentStep[];

export type TreatmentFacts = {
  readonly by: string;
  readonly on: string;
  /** The authority that was told. */
  readonly authority?: string;
  readonly plan?: TreatmentPlan;
  /** `by` decides for the unit above the one that drafted. */
  readonly oneLevelUp?: boolean;
  readonly evaluation?: EvaluationKind;
};

/** Why `by` may not take this step of the treatment, or null. Facts that are left out are not objected to. */
export function objectionToTreatment(hazard: Hazard, step: TreatmentStep, facts: TreatmentFacts): HazardRefusal | null {
  const { treatment } = hazard;
  if (!isOpen(hazard)) return 'hazards.wrong_stage';
  const from: readonly TreatmentStage[] = steps[step].from;
  if (treatment === null || !from.includes(treatment.stage)) return 'hazards.wrong_treatment_stage';
  return rules[step](treatment, facts, hazard);
}

const rules = {
  tellAuthority: ({ toldAuthorityOn }) => (toldAuthorityOn === null ? null : 'hazards.authority_told'),
  draft: (_treatment, { plan }) => (plan === undefined || isComplete(plan) ? null : 'hazards.treatment_incomplete'),
  approve: objectionToDeciding,
  returnDraft: objectionToDeciding,
  evaluate: (_treatment, { by }, hazard) => {
    if (hazard.stage !== 'submitted') return 'hazards.wrong_stage';
    return rectified(hazard, by) ? 'hazards.own_evaluation' : null;
  },
} as const satisfies Record<TreatmentStep, (treatment: MajorTreatment, facts: TreatmentFacts, hazard: Hazard) => HazardRefusal | null>;

function objectionToDeciding({ draftedById }: MajorTreatment, { by, oneLevelUp }: TreatmentFacts): HazardRefusal | null {
  if (by === draftedById) return 'hazards.own_request';
  return oneLevelUp === false ? 'hazards.needs_level_up' : null;
}

function isComplete({ goals, methods, organisation, timeLimit, safetyMeasures }: TreatmentPlan): boolean {
  return [goals, methods, organisation, timeLimit, safetyMeasures].every((content) => content.trim() !== '');
}

/** The hazard with its treatment moved on. Refuses by `conflict` with the code of `objectionToTreatment`. */
export function advanceTreatment(hazard: Hazard, step: TreatmentStep, facts: TreatmentFacts): Hazard {
  const reason = objectionToTreatment(hazard, step, facts);
  const { treatment } = hazard;
  if (reason !== null || treatment === null) refuse('conflict', reason ?? 'hazards.wrong_treatment_stage', { stage: hazard.stage, step });
  const { by, on } = facts;
  const written = {
    tellAuthority: { authority: facts.authority ?? null, toldAuthorityOn: on },
    draft: { stage: 'drafted', plan: facts.plan ?? treatment.plan, draftedById: by },
    approve: { stage: 'approved', approvedById: by, approvedOn: on },
    returnDraft: { stage: 'confirmed' },
    evaluate: { stage: 'evaluated', evaluation: facts.evaluation ?? 'self', evaluatedById: by, evaluatedOn: on },
  } as const satisfies Record<TreatmentStep, Partial<MajorTreatment>>;
  return { ...hazard, treatment: { ...treatment, ...written[step] } };
}
