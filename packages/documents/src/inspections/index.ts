export { checkPaper, titleOf } from './check-paper.ts';
export { checklistSheet } from './checklist-sheet.ts';
export { coverageSheet } from './coverage-sheet.ts';
export { openLongList } from './long-list.ts';
export { occurrenceSheet } from './occurrence-sheet.ts';
export { planSheet } from './plan-sheet.ts';
