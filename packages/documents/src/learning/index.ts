export { resultSheet, violationSheet } from './ledger-sheets.ts';
export { questionSheet, questionTemplate } from './question-sheet.ts';
export { readQuestions } from './read-questions.ts';
