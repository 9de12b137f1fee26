import { addDays, type Day, daysBetween } from '../kernel/index.ts';

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

/** The same day `months` later; the last day of a shorter month. */
export function reviewDueOn(assessedOn: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = assessedOn.split('-').map(Number);
  const target = year * 12 + (month - 1) + months;
  const first = `${String(Math.floor(target / 12)).padStart(4, '0')}-${String((target % 12) + 1).padStart(2, '0')}-01`;
  const last = daysBetween(first, firstOfNext(first));
  return addDays(first, Math.min(date, last) - 1);
}

function firstOfNext(first: Day): Day {
  const next = addDays(first, 31);
  return `${next.slice(0, 8)}01`;
}

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
