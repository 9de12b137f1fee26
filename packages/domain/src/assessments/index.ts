export * from './inputs.ts';
export { assessmentRefusals } from './refusals.ts';
export type { AssessmentRefusal } from './refusals.ts';
