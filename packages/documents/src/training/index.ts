export { attendanceSheet } from './attendance-sheet.ts';
export { hoursSheet } from './hours-sheet.ts';
export { rollForm } from './roll-form.ts';
