export * from './exams.ts';
export * from './library.ts';
export * from './papers.ts';
export * from './questions.ts';
export * from './sittings.ts';
export * from './violations.ts';
export * from './violators.ts';
