export * from './incidents/course.ts';
export { desk } from './incidents/desk.ts';
export { phone } from './incidents/phone.ts';
export { documents } from './incidents/papers.ts';
export { refusals } from './incidents/refusals.ts';
export { types } from './incidents/types.ts';
export * from './incidents/words.ts';
