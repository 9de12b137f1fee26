export { mostItems, photoDuties, plainItem, roundKinds } from './checklist.ts';
export type { ChecklistItem, ItemAnswer, PhotoDuty, RoundKind, ShippedChecklist } from './checklist.ts';
export { inspectionRefusals } from './refusals.ts';
export type { InspectionRefusal } from './refusals.ts';
