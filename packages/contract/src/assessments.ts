export * from './assessments/findings.ts';
export * from './assessments/results.ts';
export * from './assessments/runs.ts';
export * from './assessments/schemes.ts';
