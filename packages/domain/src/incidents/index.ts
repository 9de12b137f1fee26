export {
  accidentTypes,
  injuryCode,
  legacyTypes,
  presentTypeOf,
  presentTypes,
  presentTypesOf,
  typeCode,
  typesOn,
} from './accident-types.ts';
export type { AccidentType, LegacyType, PresentType } from './accident-types.ts';
export { classFits, suggestClass } from './classes.ts';
export {
  clockCodes,
  clockStanding,
  clockStandings,
  endOf,
  isStatutoryClock,
  owedCasualtyChange,
  owedClocks,
  owedFollowUps,
  owedWorkInjury,
  owesAuthority,
  statutoryClocks,
} from './clocks.ts';
export type { ClockCode, ClockFacts, ClockStanding, FollowUps, OwedClock } from './clocks.ts';
export { awaitsResponsibility, objectionToClosing } from './closing.ts';
export type { ClosingFacts } from './closing.ts';
export { correctedTimes, correctionsOf, incidentTimes, objectionToTimes } from './correct-times.ts';
export type { GivenTimes, IncidentTime, IncidentTimes, TimeCorrection } from './correct-times.ts';
export { dangerReasons } from './danger.ts';
export type { DangerFacts, DangerReason } from './danger.ts';
export { incidentFilter, mostIncidents, ownIncidentsFilter } from './filters.ts';
export type { IncidentFilter } from './filters.ts';
export { fourGates, gateStandings, objectionsToClosing, unprovenGate } from './gates.ts';
export type { FourGate, GateStanding, Proofs } from './gates.ts';
export { higher, rankOf, suggestGrade } from './grade.ts';
export type { GradeFacts, Suggestion } from './grade.ts';
export { awaitsGrading, objectionToGrade } from './grading.ts';
export { objectionToWithdrawal } from './handlings.ts';
export type { HandlingFacts } from './handlings.ts';
export * from './inputs.ts';
export { investigationDueOn, investigationLevelOf, missingChapters } from './investigation.ts';
export type { Timed } from './investigation.ts';
export * from './kinds.ts';
export { advance, caseStates, caseSteps, isBeingInvestigated, isBeingSettled, isUnfinished, objection, takesFacts } from './lifecycle.ts';
export type { CaseState, CaseStep } from './lifecycle.ts';
export { lossParts, totalLoss } from './loss.ts';
export type { Losses } from './loss.ts';
export { followUpDaysBetween, movedClocks } from './move-clocks.ts';
export type { MovedClock, RunningClock } from './move-clocks.ts';
export { incidentRefusals } from './refusals.ts';
export type { IncidentRefusal } from './refusals.ts';
export { defaultIncidentRules } from './rules.ts';
export type { IncidentRules } from './rules.ts';
export { isMetSingly, settleClocks } from './settle-clocks.ts';
export type { MadeReport, OpenClock, Settled } from './settle-clocks.ts';
export { countsOf, degreesNow, noCounts, sameCounts } from './tally.ts';
export type { Counts, DegreeFact } from './tally.ts';
export { supplementUntil } from './window.ts';
