export * from './inspections/checklists.ts';
export * from './inspections/coverage.ts';
export * from './inspections/documents.ts';
export * from './inspections/lights-out.ts';
export * from './inspections/occurrences.ts';
export * from './inspections/plans.ts';
export * from './inspections/results.ts';
