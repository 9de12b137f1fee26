export { learningRefusals } from './learning-refusals.ts';
export * from './learning-words.ts';
export { learning } from './learning-desk.ts';
