export { measureAll } from './measure-all.ts';
