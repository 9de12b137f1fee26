export { hoursSheet } from './hours-sheet.ts';
