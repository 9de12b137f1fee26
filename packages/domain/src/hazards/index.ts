export { isOpen, hazardStages, openStages, suggestionStages, voidKinds } from './hazard.ts';
export type { Hazard, HazardStage, SuggestionStage, VoidKind } from './hazard.ts';
export { gradeOf, hazardGrades, hazardLevels, isWeighty, levelCodes } from './levels.ts';
export type { HazardGrade, HazardLevel } from './levels.ts';
export { acceptanceWorkingDays, advance, objection } from './lifecycle.ts';
export { answerSuggestion, objectionToAnswer, suggest, suggestionHours, suggestionSteps } from './major-suggestion.ts';
export type { MajorSuggestion, Suggested, SuggestionFacts, SuggestionStep } from './major-suggestion.ts';
export {
  advanceTreatment,
  evaluationKinds,
  objectionToTreatment,
  openTreatment,
  treatmentStages,
  treatmentSteps,
} from './major-treatment.ts';
export type { EvaluationKind, MajorTreatment, TreatmentFacts, TreatmentPlan, TreatmentStage, TreatmentStep } from './major-treatment.ts';
export { isUndecided, rectified } from './objections.ts';
export { emptyPlan, fiveCommitments, unsettled, waivableCommitments } from './plan.ts';
export type { Commitment, RectificationPlan, WaivableCommitment } from './plan.ts';
export { hazardRefusals } from './refusals.ts';
export type { HazardRefusal } from './refusals.ts';
export { reportedHazard } from './reported-hazard.ts';
export { hazardSteps } from './steps.ts';
export type { HazardStep, Known, PhotoCounts, StepFacts, Who } from './steps.ts';
