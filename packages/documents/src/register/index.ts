export { registerSheet } from './register-sheet.ts';
export type { RegisterRow } from './register-sheet.ts';
