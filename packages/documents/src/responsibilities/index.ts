export { letterSheet } from './letter-sheet.ts';
export { printedLetter } from './printed-letter.ts';
