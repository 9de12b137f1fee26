export * from './assessments/answers.ts';
export * from './assessments/findings.ts';
export { checkRecords, countPlanGaps, listRecords } from './assessments/records.ts';
export { listResults, readResult } from './assessments/results.ts';
export type { AssessmentLine } from './assessments/results.ts';
export * from './assessments/runs.ts';
export * from './assessments/schemes.ts';
export * from './assessments/trend.ts';
