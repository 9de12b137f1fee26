export { learningRefusals } from './learning-refusals.ts';
