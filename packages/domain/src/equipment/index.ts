export { contradicts, objectionToState, openItems, refuseImpossibleInspection } from './decide.ts';
export { dueFilter, dueKinds, fireFilter, mostEquipment, placeCheckFilter, specialFilter } from './filters.ts';
export type { DueFilter, DueKind, FireFilter, PlaceCheckFilter, SpecialFilter } from './filters.ts';
export { defaultFireRules, fireDuesOf, fireStandings } from './fire-due.ts';
export type { AgentYears, FireDates, FireDues, FireRules, FireStanding } from './fire-due.ts';
export {
  agentOf,
  agents,
  fireCheckKinds,
  fireConditions,
  fireKindOfModel,
  fireKindOfName,
  fireKinds,
  placeCheckKinds,
  spotItems,
} from './fire-kinds.ts';
export type { Agent, FireCheckKind, FireCondition, FireKind, PlaceCheckKind, SpotItem } from './fire-kinds.ts';
export { fireStandingOf } from './fire-standing.ts';
export * from './inputs.ts';
export { isMonthOrDay, lastDayIn, laterBy, monthEnd } from './months.ts';
export type { MonthOrDay } from './months.ts';
export { equipmentRefusals } from './refusals.ts';
export type { EquipmentRefusal } from './refusals.ts';
export { defaultReminderDays, equipmentReceivers, rungsOf, rungsReached } from './reminders.ts';
export type { EquipmentReceiver, EquipmentRung, ReminderDays } from './reminders.ts';
export {
  categoryOfName,
  inspectionKinds,
  inspectionResults,
  registrations,
  specialCategories,
  specialStates,
} from './special-kinds.ts';
export type { InspectionKind, InspectionResult, Registration, SpecialCategory, SpecialState } from './special-kinds.ts';
export { mayNotBeUsed, specialStandings, standingOf, suggestsMajor } from './special-standing.ts';
export type { CountingInspection, SpecialStanding } from './special-standing.ts';
export { explainSpotsInput, isMissedSpot, missedSpotsFilter, spotMissReasons } from './spot-misses.ts';
export type { MissedSpotsFilter, SpotMissReason } from './spot-misses.ts';
export { spotGraceDays, spotPeriods } from './spot-periods.ts';
export type { SpotPeriod } from './spot-periods.ts';
