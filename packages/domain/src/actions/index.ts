export * from './action.ts';
export * from './extension.ts';
export * from './inputs.ts';
export * from './ladder.ts';
export { advanceAction, objectionToAction } from './lifecycle.ts';
export { actionRefusals } from './refusals.ts';
export type { ActionRefusal } from './refusals.ts';
export { actionSteps, actionStepTable } from './steps.ts';
export type { ActionPhotoCounts, ActionStep, ActionStepFacts } from './steps.ts';
