import { type Day, dayIn, monthsLater } from '../kernel/index.ts';
import type { ViolationRefusal } from './violation-refusals.ts';

/** 违章指挥、违章作业、违反劳动纪律. */
export const violationKinds = ['illegalCommand', 'illegalOperation', 'disciplineBreach'] as const;
export type ViolationKind = (typeof violationKinds)[number];

/** 教育、罚款、停岗. */
export const handlings = ['education', 'fine', 'suspension'] as const;
export type Handling = (typeof handlings)[number];

/** 集中学习、个别谈话. */
export const reEducationWays = ['session', 'talk'] as const;
export type ReEducationWay = (typeof reEducationWays)[number];

export const violationStandings = ['unhandled', 'handled', 'overdue', 'closed', 'voided'] as const;
export type ViolationStanding = (typeof violationStandings)[number];

export type ViolationState = {
  readonly handledOn: Day | null;
  readonly reEducatedOn: Day | null;
  readonly reEducateBy: Day;
  readonly voided: boolean;
};

/** Closed ⇔ handled and re-educated. Overdue is whatever is owed after its last day, handled or not. */
export function violationStandingOf({ handledOn, reEducatedOn, reEducateBy, voided }: ViolationState, today: Day): ViolationStanding {
  if (voided) return 'voided';
  if (handledOn !== null && reEducatedOn !== null) return 'closed';
  if (today > reEducateBy) return 'overdue';
  return handledOn === null ? 'unhandled' : 'handled';
}

/** Whether it counts as closed in time: handled and re-educated by its last day (E5). */
export function isClosedInTime({ handledOn, reEducatedOn, reEducateBy, voided }: ViolationState): boolean {
  return !voided && handledOn !== null && handledOn <= reEducateBy && reEducatedOn !== null && reEducatedOn <= reEducateBy;
}

/** 存疑: the phone's clock ran ahead; the person had left by then. */
export const violationDoubts = ['clockAhead', 'afterLeaving'] as const;
export type ViolationDoubt = (typeof violationDoubts)[number];

/** How far a phone's clock may run ahead, in ms. */
const clockSlack = 5 * 60_000;

type Claimed = { readonly claimedAt: Date; readonly now: Date; readonly leftOn: Day | null };

/**
 * When it counts as found, and what is doubtful about it. What was seen is taken whatever the phone's clock says and whatever became of the person:
 * a moment that has not come yet is the one at which it arrived.
 */
export function foundWhen({ claimedAt, now, leftOn }: Claimed): { readonly foundAt: Date; readonly doubts: ViolationDoubt[] } {
  const ahead = claimedAt.getTime() > now.getTime() + clockSlack;
  const foundAt = ahead ? now : claimedAt;
  const gone = leftOn !== null && leftOn <= dayIn(foundAt);
  return { foundAt, doubts: [...(ahead ? (['clockAhead'] as const) : []), ...(gone ? (['afterLeaving'] as const) : [])] };
}

export type RepeatRule = { readonly times: number; readonly months: number };
export type Found = { readonly id: string; readonly foundOn: Day };

/** How many of one person's violations lie within the months that end with `on`: a year ago to the day is over. */
export function countWithin(all: readonly Found[], on: Day, months: number): number {
  const before = monthsLater(on, -months);
  return all.filter(({ foundOn }) => foundOn > before && foundOn <= on).length;
}

/**
 * The violation for which re-training is owed now that `fresh` is known: the latest of those that have enough others behind them, `fresh`
 * among these. What is written down late may make a later one a repeat.
 */
export function repeatMadeBy(fresh: Found, all: readonly Found[], { times, months }: RepeatRule): { id: string; count: number } | null {
  const touched = all.filter(({ foundOn }) => foundOn >= fresh.foundOn && monthsLater(foundOn, -months) < fresh.foundOn);
  const repeats = touched.map(({ id, foundOn }) => ({ id, foundOn, count: countWithin(all, foundOn, months) }));
  const made = repeats
    .filter(({ count }) => count >= times)
    .toSorted((a, b) => (a.foundOn === b.foundOn ? a.count - b.count : a.foundOn < b.foundOn ? -1 : 1));
  const last = made.at(-1);
  return last === undefined ? null : { id: last.id, count: last.count };
}

/**
 * Whether re-training is still owed for some violation: one that has enough others behind it and was not found before the day of the last
 * re-training, which answered for what was known by then.
 */
export function isRepeating(all: readonly Found[], { times, months }: RepeatRule, retrainedOn: Day | null): boolean {
  return all.some(({ foundOn }) => (retrainedOn === null || foundOn >= retrainedOn) && countWithin(all, foundOn, months) >= times);
}

type Handled = { readonly handling: Handling; readonly fineFen: number | null };

/** Why it cannot be handled like this, or null: nobody handles his own, and a fine names its amount. */
export function objectionToHandling(
  state: ViolationState,
  { handling, fineFen }: Handled,
  by: { readonly isViolator: boolean },
): ViolationRefusal | null {
  if (state.voided) return 'training.violation_voided';
  if (state.handledOn !== null) return 'training.violation_handled';
  if (by.isViolator) return 'training.self_handled';
  return (handling === 'fine') === (fineFen !== null) ? null : 'training.fine_missing';
}

type Education = { readonly on: Day; readonly foundOn: Day; readonly today: Day; readonly isViolator: boolean };

/** Why re-education cannot be written down, or null. It follows the finding, and nobody talks to himself. */
export function objectionToReEducation(state: ViolationState, { on, foundOn, today, isViolator }: Education): ViolationRefusal | null {
  if (state.voided) return 'training.violation_voided';
  if (state.reEducatedOn !== null) return 'training.re_educated_already';
  if (on < foundOn) return 'training.re_educated_before_found';
  if (on > today) return 'training.violation_in_future';
  return isViolator ? 'training.self_handled' : null;
}
