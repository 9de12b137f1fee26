export { longestOffline, seenAt, toleratedSkew } from '../kernel/index.ts';
export type { SeenAt } from '../kernel/index.ts';
