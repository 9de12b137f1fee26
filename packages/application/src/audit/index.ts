export { appendTrail } from './append-trail.ts';
export type { Changed, Provenance } from './append-trail.ts';
