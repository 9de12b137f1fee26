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
