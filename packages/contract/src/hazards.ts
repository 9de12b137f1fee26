export * from './hazards/doors.ts';
export * from './hazards/ledger-answers.ts';
export * from './hazards/lists.ts';
export * from './hazards/look-backs.ts';
export * from './hazards/reads.ts';
export type { HazardDetail } from './hazards/page.ts';
export type { HazardSummary, LedgerPage, OwnTask, ReportReceipt, RequestPage, ToListPage } from './hazards/shapes.ts';
export * from './hazards/steps.ts';
export * from './hazards/supervisions.ts';
