/** Library, questions, exams and violations. */
export type LearningTables = {};
