import { addDays, addWorkingDays, type Day, type IsWorkday } from '../kernel/index.ts';
import type { HazardLevel } from './levels.ts';

/** Days from the day the work is assigned, which is not counted itself. Null: no limit but the treatment plan. */
export type DeadlineRule = {
  readonly proposedDays: number | null;
  /** The longest that may be assigned. */
  readonly latestDays: number | null;
  /** The longest that an extension may reach, counted from the same day. */
  readonly extendedDays: number | null;
};
export type DeadlineRules = Readonly<Record<HazardLevel, DeadlineRule>>;

/** 班组级 in the shift, 车间级 within 3 days, 公司级 within 15 and at most 30, 重大 by its treatment plan. Configurable. */
export const defaultDeadlines: DeadlineRules = {
  team: { proposedDays: 0, latestDays: 0, extendedDays: null },
  workshop: { proposedDays: 3, latestDays: 3, extendedDays: null },
  unit: { proposedDays: 15, latestDays: 30, extendedDays: 30 },
  major: { proposedDays: null, latestDays: null, extendedDays: null },
};

/** "N 日内": natural days, the first not counted; the limit ends at 24:00 of the day returned. */
export function withinDays(startOn: Day, days: number): Day {
  return addDays(startOn, days);
}

export function isPast(dueOn: Day | null, today: Day): boolean {
  return dueOn !== null && today > dueOn;
}

export function proposedDueOn(level: HazardLevel, assignedOn: Day, rules: DeadlineRules = defaultDeadlines): Day | null {
  return limit(assignedOn, rules[level].proposedDays);
}

/** The last deadline that may be assigned (`StepFacts['assign'].latestDueOn`). */
export function latestDueOn(level: HazardLevel, assignedOn: Day, rules: DeadlineRules = defaultDeadlines): Day | null {
  return limit(assignedOn, rules[level].latestDays);
}

/** The last deadline an extension may ask for (`ExtensionAsk.latestDueOn`). */
export function latestExtendedOn(level: HazardLevel, assignedOn: Day, rules: DeadlineRules = defaultDeadlines): Day | null {
  return limit(assignedOn, rules[level].extendedDays);
}

/** The deadline of the round that a relapse opens, where no rule proposes one. */
const relapseDays = 30;

/** The deadline with which a look-back reopens a hazard that has come back; the work is planned anew under it. */
export function reopenedDueOn(level: HazardLevel | null, on: Day, rules: DeadlineRules = defaultDeadlines): Day {
  return (level === null ? null : proposedDueOn(level, on, rules)) ?? withinDays(on, relapseDays);
}

/** Acceptance is owed within so many 工作日 of the submission. */
export const acceptanceWorkingDays = 3;

export function acceptanceDueOn(submittedOn: Day, isWorkday: IsWorkday, workdays: number = acceptanceWorkingDays): Day {
  return addWorkingDays(submittedOn, workdays, isWorkday);
}

function limit(startOn: Day, days: number | null): Day | null {
  return days === null ? null : withinDays(startOn, days);
}
