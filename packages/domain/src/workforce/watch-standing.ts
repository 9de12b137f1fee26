import type { WatchPart, WatchPost } from './watch.ts';
import type { WatchRefusal } from './watch-refusals.ts';

export type WatchShift = {
  readonly post: WatchPost;
  readonly part: WatchPart;
  readonly fromAt: Date;
  readonly untilAt: Date;
  readonly personId: string | null;
  readonly checkedInAt: Date | null;
};

/** 空岗, 未到时间, 待签到, 未签到 (beyond the minutes allowed), 已签到, and for what is over 已值守 or 缺勤. */
export const watchStandings = ['uncovered', 'ahead', 'awaited', 'late', 'checkedIn', 'stood', 'missed'] as const;
export type WatchStanding = (typeof watchStandings)[number];

const minute = 60_000;
/** Whoever comes early may sign in so many minutes before the watch begins. */
export const earliestCheckIn = 60;

/** `allowed`: minutes after the beginning until which signing in is in time. */
export function watchStanding(shift: WatchShift, now: Date, allowed: number): WatchStanding {
  if (shift.personId === null) return 'uncovered';
  const over = now >= shift.untilAt;
  if (shift.checkedInAt !== null) return over ? 'stood' : 'checkedIn';
  if (over) return 'missed';
  if (now < shift.fromAt) return 'ahead';
  return now.getTime() > shift.fromAt.getTime() + allowed * minute ? 'late' : 'awaited';
}

/** Signed in, and not later than the minutes allowed. */
export function signedInOnTime({ fromAt, checkedInAt }: Pick<WatchShift, 'fromAt' | 'checkedInAt'>, allowed: number): boolean {
  return checkedInAt !== null && checkedInAt.getTime() <= fromAt.getTime() + allowed * minute;
}

type Who = { readonly by: string | null; readonly now: Date };

/** Why `by` may not sign in now, or null. */
export function objectionToCheckIn(shift: WatchShift, { by, now }: Who): WatchRefusal | null {
  if (by === null || by !== shift.personId) return 'workforce.watch_not_yours';
  if (shift.checkedInAt !== null) return 'workforce.watch_checked_in';
  if (now.getTime() < shift.fromAt.getTime() - earliestCheckIn * minute) return 'workforce.watch_too_early';
  return now >= shift.untilAt ? 'workforce.watch_over' : null;
}

export type HandOver = { readonly givenById: string; readonly takenById: string | null };

/** Why `by` may not hand over now, or null: only who signed in, once, and not after the next watch has taken over. */
export function objectionToHandOver(shift: WatchShift, given: HandOver | null, { by, now }: Who): WatchRefusal | null {
  if (by === null || by !== shift.personId) return 'workforce.watch_not_yours';
  if (shift.checkedInAt === null) return 'workforce.watch_not_checked_in';
  if (now < shift.fromAt) return 'workforce.watch_too_early';
  return given !== null && given.takenById !== null ? 'workforce.watch_taken_over' : null;
}

/** Why `by` may not sign what the watch before has handed over, or null. `mine`: the shift with which he takes over. */
export function objectionToTakeOver(mine: WatchShift, given: HandOver | null, { by }: Who): WatchRefusal | null {
  if (by === null || by !== mine.personId) return 'workforce.watch_not_yours';
  if (given === null) return 'workforce.watch_nothing_handed';
  if (given.takenById !== null) return 'workforce.watch_taken_over';
  return given.givenById === by ? 'workforce.watch_own_hand_over' : null;
}

/** Why the person of a shift may not be changed, or null: what is signed in or over stays as it was. */
export function objectionToSwap({ checkedInAt, untilAt, personId }: WatchShift, now: Date, toPersonId: string | null): WatchRefusal | null {
  if (checkedInAt !== null) return 'workforce.watch_checked_in';
  if (now >= untilAt) return 'workforce.watch_over';
  return toPersonId === personId ? 'workforce.watch_same_person' : null;
}

/** Somebody who could answer: `away` by a leave that runs. */
export type OnPost = { readonly personId: string; readonly away: boolean };

/** A seat whose watch runs. */
type Running = Pick<WatchShift, 'post' | 'personId' | 'checkedInAt'> & { readonly away: boolean };

/** `roster`: who stands the watch; `deputy` and `post`: nobody does, so the unit's deputy or its head answers. */
export type OnDuty = { readonly personId: string; readonly because: 'roster' | 'deputy' | 'post' } | null;

/**
 * 此刻谁值班, one answer: of those whose watch runs and who are not away the leader before the keeper, who has signed in before who has not;
 * then the deputies of the unit's head, then the head.
 */
export function whoIsOnDuty(
  running: readonly Running[],
  { deputies, heads }: { readonly deputies: readonly OnPost[]; readonly heads: readonly OnPost[] },
): OnDuty {
  const present = running.filter(({ personId, away }) => personId !== null && !away).toSorted((a, b) => weightOf(a) - weightOf(b));
  const first = present[0]?.personId;
  if (first !== undefined && first !== null) return { personId: first, because: 'roster' };
  const head = heads.find(({ away }) => !away);
  if (running.length === 0 && head !== undefined) return { personId: head.personId, because: 'post' };
  const deputy = deputies.find(({ away }) => !away);
  if (deputy !== undefined) return { personId: deputy.personId, because: 'deputy' };
  return head === undefined ? null : { personId: head.personId, because: 'post' };
}

function weightOf({ post, checkedInAt }: Running): number {
  return (checkedInAt === null ? 2 : 0) + (post === 'leader' ? 0 : 1);
}

/** 提前提醒, 空岗, 未签到 (to the person and the unit's officers), still not (to those above). */
export const watchTellings = ['ahead', 'uncovered', 'notCheckedIn', 'stillNotCheckedIn'] as const;
export type WatchTelling = (typeof watchTellings)[number];

export type WatchRules = { readonly checkInMinutes: number; readonly uncoveredHours: number };
export const defaultWatchRules: WatchRules = { checkInMinutes: 15, uncoveredHours: 24 };

/** What is to be told of a shift by now; what is over is told no more. A shift that nobody signs in for is told twice, the second time higher. */
export function watchTellingsOwed(shift: WatchShift, now: Date, rules: WatchRules): WatchTelling[] {
  if (now >= shift.untilAt || shift.checkedInAt !== null) return [];
  const sinceBegin = (now.getTime() - shift.fromAt.getTime()) / minute;
  if (shift.personId === null) return sinceBegin >= -rules.uncoveredHours * 60 ? ['uncovered'] : [];
  return sinceBegin < 0 ? aheadAt(sinceBegin) : lateAt(sinceBegin, rules);
}

/** Half a day ahead whoever stands it is reminded. */
function aheadAt(sinceBegin: number): WatchTelling[] {
  return sinceBegin < -12 * 60 ? [] : ['ahead'];
}

function lateAt(sinceBegin: number, { checkInMinutes }: WatchRules): WatchTelling[] {
  if (sinceBegin <= checkInMinutes) return [];
  return sinceBegin <= 2 * checkInMinutes ? ['notCheckedIn'] : ['notCheckedIn', 'stillNotCheckedIn'];
}
