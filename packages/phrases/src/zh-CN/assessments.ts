export { refusals } from './assessments/refusals.ts';
