export { blueprint, compiledOnce } from './compiled-once.ts';
export type { Branches, Slots } from './compiled-once.ts';
export type { Travelling } from './pipelined-driver.ts';
export type { Database, Tables, Tx } from './database.ts';
export { holdTree, holdTreeWithNext } from './hold-tree.ts';
export { knownAt, untilKnown } from './known-at.ts';
export { toPage } from './pagination.ts';
export type { Page } from './pagination.ts';
export type * from './schema/access.ts';
export type * from './schema/audit.ts';
export type * from './schema/documents.ts';
export type * from './schema/equipment.ts';
export type * from './schema/evidence.ts';
export type * from './schema/hazards.ts';
export type * from './schema/known.ts';
export type * from './schema/imports.ts';
export type * from './schema/notices.ts';
export type * from './schema/points.ts';
export type * from './schema/standards.ts';
export type * from './schema/units.ts';
export type * from './schema/workforce.ts';
export { coversAll, perRange, scopeSetting, within } from './scope.ts';
export {
  alongWithNext,
  askWithNext,
  type Companion,
  inTransaction,
  lastOf,
  makeSettings,
  type Mode,
  type Settings,
} from './transaction.ts';
export { when } from './when.ts';
export type * from './schema/assessments.ts';
export type * from './schema/analytics.ts';
export type * from './schema/inspections.ts';
export type * from './schema/risks.ts';
export type * from './schema/actions.ts';
export type * from './schema/training.ts';
export type * from './schema/incidents.ts';
export type * from './schema/responsibilities.ts';
export type * from './schema/workforce/watch.ts';
