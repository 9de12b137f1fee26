import { examRefusals } from './exam-refusals.ts';
import { libraryRefusals } from './library-refusals.ts';
import { violationRefusals } from './violation-refusals.ts';

/** Library, questions, exams and violations. */
export const learningRefusals = [...libraryRefusals, ...examRefusals, ...violationRefusals] as const;

export type LearningRefusal = (typeof learningRefusals)[number];
