export const assessmentRefusals = ['assessments.not_found', 'assessments.future_date'] as const;

export type AssessmentRefusal = (typeof assessmentRefusals)[number];
