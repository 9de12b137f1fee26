import { learningRefusals } from './learning-refusals.ts';
import { sessionRefusals } from './session-refusals.ts';

/** Courses, sessions, hours and the gate; then the library, questions, exams and violations. */
export const trainingRefusals = [...sessionRefusals, ...learningRefusals] as const;

export type TrainingRefusal = (typeof trainingRefusals)[number];
