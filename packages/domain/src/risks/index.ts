export { compareDecimals, productOf } from './decimal.ts';
export { defaultScales } from './default-scales.ts';
export { bandOf, directMajors, gradeBy } from './grade.ts';
export type { Chosen, DirectMajor, Grading } from './grade.ts';
export * from './inputs.ts';
export {
  controlLevelOf,
  controlLevels,
  controllersOf,
  lookEvery,
  owesControlPlan,
  riskColours,
  riskLevels,
  worstOf,
} from './levels.ts';
export type { ControlLevel, RiskLevel } from './levels.ts';
export { defaultLookDays, owedLooks } from './look-days.ts';
export type { LookDays, OwedLook } from './look-days.ts';
export { advance, changesColour, objection, riskSteps } from './lifecycle.ts';
export type { RiskStep } from './lifecycle.ts';
export { levelOfFact, levelShown, liveCauses, liveLevel } from './live-state.ts';
export type { LiveCause, LiveFact, PointState } from './live-state.ts';
export { measureKinds } from './measures.ts';
export type { Measure, MeasureKind } from './measures.ts';
export { riskRefusals } from './refusals.ts';
export type { RiskRefusal } from './refusals.ts';
export {
  changeCauses,
  defaultRemindDays,
  defaultReviewMonths,
  lateAfterDays,
  regradingCauses,
  reviewTellings,
} from './review.ts';
export type { RegradingCause, ReviewTelling } from './review.ts';
export { isInForce, riskKinds, riskStages } from './risk.ts';
export type { Risk, RiskKind, RiskStage } from './risk.ts';
export { faultOfScale, factorsOf, gradingFactors, gradingMethods, scaleBody, scaleOn, setScaleInput } from './scale.ts';
export type { Factor, GradingMethod, Scale, ScaleBody, ScaleFault } from './scale.ts';
