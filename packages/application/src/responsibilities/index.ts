export { actsBetween } from './acts.ts';
export type { ActSeen } from './acts.ts';
