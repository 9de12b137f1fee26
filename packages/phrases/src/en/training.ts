import { learningRefusals } from './training/learning.ts';
import { sessionRefusals } from './training/held.ts';

export * from './training/held.ts';
export * from './training/learning.ts';
export { attendanceBook, signInSheet } from './training/sign-in-sheet.ts';

export const refusals = { ...sessionRefusals, ...learningRefusals };
