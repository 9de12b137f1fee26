export { createAssessment } from './create-assessment.ts';
export { listAssessments } from './list-assessments.ts';
