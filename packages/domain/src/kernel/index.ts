export { clockAt, clockMovedBy, offsetOf } from './clock.ts';
export type { Clock } from './clock.ts';
export {
  addDays,
  dayIn,
  daysBetween,
  earlierOf,
  firstPlausibleDay,
  isDay,
  isPlausibleDay,
  lastPlausibleDay,
  laterOf,
  monthsLater,
  startOf,
} from './day.ts';
export type { Day } from './day.ts';
export { day, id, instant, keysetCursor, pageLimit, queryFlag, queryList } from './inputs.ts';
export { documentDays, documentStates, mostInMaking, mostOrdered, orderingContexts } from './ordered-document.ts';
export type { DocumentState, OrderingContext } from './ordered-document.ts';
export { inPeriod, lastDayOf, monthOf, periodNamed } from './period.ts';
export type { Period } from './period.ts';
export { plainSigns } from './plain-signs.ts';
export { percentOf, rateOf } from './rate.ts';
export type { Rate } from './rate.ts';
export { Refusal, refuse } from './refusal.ts';
export type { RefusalCode, RefusalKind } from './refusal.ts';
export { keyOf, text, tidied, verbatim } from './text.ts';
export { uuidV7 } from './uuid.ts';
export { effectiveSize, mover, wilson, z95 } from './wilson.ts';
export type { Interval, WeighedEstimate } from './wilson.ts';
export { addWorkingDays } from './working-days.ts';
export type { IsWorkday } from './working-days.ts';
export { longestOffline, seenAt, toleratedSkew } from './seen-at.ts';
export type { SeenAt } from './seen-at.ts';
