export { allot } from './allot.ts';
export type { Act, Allotted, OwedDuty } from './allot.ts';
export { defaultChaseDays, letterRungs, rungsOn } from './chase.ts';
export type { ChaseDays, LetterRung } from './chase.ts';
export {
  awaitedRecords,
  dutyKinds,
  dutyPeriods,
  isCounted,
  isLeadCode,
  leadCodes,
  leadPeriods,
  occurrenceStates,
  standingOf,
} from './duty.ts';
export type { AwaitedRecord, CountedPeriod, DutyKind, DutyPeriod, LeadCode, LeadPeriod, OccurrenceState } from './duty.ts';
export * from './inputs.ts';
export {
  advanceLetter,
  isOverdue,
  letterCauses,
  letterDueOn,
  letterObjection,
  letterStates,
  letterSteps,
  letterVerdicts,
  liveStates,
  signedStates,
} from './letter.ts';
export type { Letter, LetterAct, LetterCause, LetterState, LetterStep, LetterVerdict } from './letter.ts';
export { letterPosts, letterTemplate } from './letter-template.ts';
export { latestStart, owedFrom, spansOf } from './periods.ts';
export type { DutySpan } from './periods.ts';
export { issuerOf, issuingPosts } from './issuer.ts';
export type { Heads, HeldPost } from './issuer.ts';
export { asksLess, timesInYear } from './quota.ts';
export type { Quota } from './quota.ts';
export { responsibilityRefusals } from './refusals.ts';
export type { ResponsibilityRefusal } from './refusals.ts';
export { letterPlaceholders, refuseTemplate, renderLetter } from './render-letter.ts';
export type { LetterFacts } from './render-letter.ts';
