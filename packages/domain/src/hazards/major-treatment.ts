import { refuse } from '../kernel/index.ts';
import type { HazardRefusal } from './refusals.ts';

/** 治理方案, the six contents of Order 16 art. 15. `funds` is in 分. */
export type TreatmentPlan = {
  readonly goals: string;
  readonly methods: string;
  readonly funds: number;
  readonly organisation: string;
  readonly timeLimit: string;
  readonly safetyMeasures: string;
};

export const treatmentStages = ['confirmed', 'drafted', 'approved', 'evaluated'] as const;
export type TreatmentStage = (typeof treatmentStages)[number];

export const evaluationKinds = ['self', 'expert'] as const;
export type EvaluationKind = (typeof evaluationKinds)[number];

/** The record that a confirmed 重大隐患 carries beside its stage. */
export type MajorTreatment = {
  readonly stage: TreatmentStage;
  readonly confirmedById: string;
  readonly confirmedOn: string;
  readonly authority: string | null;
  readonly toldAuthorityOn: string | null;
  readonly plan: TreatmentPlan | null;
  readonly draftedById: string | null;
  readonly approvedById: string | null;
  readonly approvedOn: string | null;
  readonly evaluation: EvaluationKind | null;
  readonly evaluatedById: string | null;
  readonly evaluatedOn: string | null;
};

/** `evaluate` is the 自评 or 专家评估 that Order 16 art. 18 asks for before a major hazard is accepted. */
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
  readonly authority?: string;
  readonly plan?: TreatmentPlan;
  /** `by` decides for the unit above the one that drafted. */
  readonly oneLevelUp?: boolean;
  readonly evaluation?: EvaluationKind;
  /** Whoever rectified the hazard, known once it was submitted. */
  readonly rectifierIds?: readonly string[];
};

export function openTreatment({ by, on }: { by: string; on: string }): MajorTreatment {
  return {
    stage: 'confirmed',
    confirmedById: by,
    confirmedOn: on,
    authority: null,
    toldAuthorityOn: null,
    plan: null,
    draftedById: null,
    approvedById: null,
    approvedOn: null,
    evaluation: null,
    evaluatedById: null,
    evaluatedOn: null,
  };
}

/** Why `by` may not take this step of the treatment, or null. Facts that are left out are not objected to. */
export function objectionToTreatment(treatment: MajorTreatment, step: TreatmentStep, facts: TreatmentFacts): HazardRefusal | null {
  const from: readonly TreatmentStage[] = steps[step].from;
  if (!from.includes(treatment.stage)) return 'hazards.wrong_treatment_stage';
  return rules[step](treatment, facts);
}

const rules = {
  tellAuthority: ({ toldAuthorityOn }) => (toldAuthorityOn === null ? null : 'hazards.authority_told'),
  draft: (_treatment, { plan }) => (plan === undefined || isComplete(plan) ? null : 'hazards.treatment_incomplete'),
  approve: objectionToDeciding,
  returnDraft: objectionToDeciding,
  evaluate: (_treatment, { by, rectifierIds }) => (rectifierIds?.includes(by) === true ? 'hazards.own_evaluation' : null),
} as const satisfies Record<TreatmentStep, (treatment: MajorTreatment, facts: TreatmentFacts) => HazardRefusal | null>;

function objectionToDeciding({ draftedById }: MajorTreatment, { by, oneLevelUp }: TreatmentFacts): HazardRefusal | null {
  if (by === draftedById) return 'hazards.own_request';
  return oneLevelUp === false ? 'hazards.needs_level_up' : null;
}

function isComplete({ goals, methods, organisation, timeLimit, safetyMeasures }: TreatmentPlan): boolean {
  return [goals, methods, organisation, timeLimit, safetyMeasures].every((content) => content.trim() !== '');
}

/** Refuses by `conflict` with the code of `objectionToTreatment`. */
export function advanceTreatment(treatment: MajorTreatment, step: TreatmentStep, facts: TreatmentFacts): MajorTreatment {
  const reason = objectionToTreatment(treatment, step, facts);
  if (reason !== null) refuse('conflict', reason, { stage: treatment.stage, step });
  const { by, on } = facts;
  const written = {
    tellAuthority: { authority: facts.authority ?? null, toldAuthorityOn: on },
    draft: { stage: 'drafted', plan: facts.plan ?? treatment.plan, draftedById: by },
    approve: { stage: 'approved', approvedById: by, approvedOn: on },
    returnDraft: { stage: 'confirmed' },
    evaluate: { stage: 'evaluated', evaluation: facts.evaluation ?? 'self', evaluatedById: by, evaluatedOn: on },
  } as const satisfies Record<TreatmentStep, Partial<MajorTreatment>>;
  return { ...treatment, ...written[step] };
}

/** What the treatment still owes before work on a major hazard may start or be handed in. */
export function objectionToTreating(treatment: MajorTreatment | null): HazardRefusal | null {
  if (treatment === null || treatment.toldAuthorityOn === null) return 'hazards.authority_not_told';
  return treatment.stage === 'approved' || treatment.stage === 'evaluated' ? null : 'hazards.treatment_not_approved';
}

/** Sent back, the work must be evaluated anew; the approved plan stands. */
export function withoutEvaluation(treatment: MajorTreatment): MajorTreatment {
  const stage = treatment.stage === 'evaluated' ? 'approved' : treatment.stage;
  return { ...treatment, stage, evaluation: null, evaluatedById: null, evaluatedOn: null };
}

/** Reopened, the plan has failed: a new one must be drafted and approved, and the authority told again. */
export function startedOver(treatment: MajorTreatment): MajorTreatment {
  return {
    ...openTreatment({ by: treatment.confirmedById, on: treatment.confirmedOn }),
    plan: treatment.plan,
  };
}
