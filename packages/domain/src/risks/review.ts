import { addDays, type Day } from '../kernel/index.ts';

/** Why a risk is graded again: its year is over, something changed, a control failed. */
export const regradingCauses = [
  'periodic',
  'process',
  'equipment',
  'layout',
  'fourNew',
  'accident',
  'law',
  'failedCheck',
  'hazard',
] as const;
export type RegradingCause = (typeof regradingCauses)[number];

/** What a person may name; the rest comes from the clock and from other records. */
export const changeCauses = ['process', 'equipment', 'layout', 'fourNew', 'accident', 'law'] as const satisfies readonly RegradingCause[];

/** Graded anew at least so many months after the last grading (product default; 江苏省安全生产条例 art. 15: yearly). */
export const defaultReviewMonths = 12;
/** Told so many days before (product default). */
export const defaultRemindDays = 30;

export type ReviewTelling = { readonly rung: 'soon' | 'due' | 'late'; readonly on: Day };

/** Days after the due day on which the unit's head is told that it is late (product default). */
export const lateAfterDays = 7;

/** The tellings that are owed by `today` about a review due on a day, the first one first. A clock that stood still finds them all. */
export function reviewTellings(dueOn: Day, today: Day, remindDays: number): readonly ReviewTelling[] {
  const ladder: ReviewTelling[] = [
    { rung: 'soon', on: addDays(dueOn, -remindDays) },
    { rung: 'due', on: dueOn },
    { rung: 'late', on: addDays(dueOn, lateAfterDays) },
  ];
  return ladder.filter(({ on }) => on <= today);
}
