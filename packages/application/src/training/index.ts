/** Courses, plans, sessions, hours and the gate. */
export * from './held.ts';
/** Library, questions, exams and violations. */
export * from './learning.ts';
