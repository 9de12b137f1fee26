/**
 * 应查: open until it is done or its time has passed; `missed` stays, whatever is done afterwards; `waived` is owed no more because its
 * point, its unit or its plan ended before it was due. An occurrence is never deleted.
 */
export const occurrenceStates = ['open', 'done', 'missed', 'waived'] as const;
export type OccurrenceState = (typeof occurrenceStates)[number];

/** Why something is owed no more. */
export const waiverReasons = ['pointClosed', 'unitClosed', 'planEnded'] as const;
export type WaiverReason = (typeof waiverReasons)[number];

/** Whether it was done in its window, in the grace after it, or after it had been missed. */
export const timings = ['onTime', 'late', 'afterMiss'] as const;
export type Timing = (typeof timings)[number];

export type OccurrenceTimes = { readonly opensAt: Date; readonly dueAt: Date; readonly missesAt: Date };

export function timingOf({ dueAt, missesAt }: OccurrenceTimes, doneAt: Date): Timing {
  if (doneAt <= dueAt) return 'onTime';
  return doneAt < missesAt ? 'late' : 'afterMiss';
}

/** What a result makes of the occurrence. What was done in time on a phone without network is done, though it was held to be missed meanwhile. */
export function stateAfter(state: OccurrenceState, timing: Timing): OccurrenceState {
  if (state === 'waived') return 'waived';
  return timing === 'afterMiss' ? 'missed' : 'done';
}

/** Why something was missed, as chips; `other` needs words. */
export const missReasons = ['noProduction', 'shortStaffed', 'forgotten', 'noAccess', 'equipmentDown', 'network', 'other'] as const;
export type MissReason = (typeof missReasons)[number];
