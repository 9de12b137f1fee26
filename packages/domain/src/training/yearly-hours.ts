import { type Day, monthsLater } from '../kernel/index.ts';
import type { Post } from '../workforce/index.ts';
import type { TrainingTerms } from './terms.ts';

/** 主要负责人、安全管理人员、其他从业人员. */
export const trainingRoles = ['principal', 'safetyManager', 'worker'] as const;
export type TrainingRole = (typeof trainingRoles)[number];

const postsOf = {
  principal: ['firstResponsible', 'unitHead'],
  safetyManager: ['safetyDirector', 'safetyOfficer'],
} as const satisfies Record<Exclude<TrainingRole, 'worker'>, readonly Post[]>;

/** The posts that make a person a principal or a safety manager in the sense of the hours. */
export const headPosts: readonly Post[] = [...postsOf.principal, ...postsOf.safetyManager];

export function trainingRoleOf(posts: readonly Post[]): TrainingRole {
  if (posts.some((post) => postsOf.principal.some((each) => each === post))) return 'principal';
  return posts.some((post) => postsOf.safetyManager.some((each) => each === post)) ? 'safetyManager' : 'worker';
}

export type OwedInYear = {
  readonly role: TrainingRole;
  /** `first` is owed whole, whenever in the year the post was taken up; `again` grows month by month. */
  readonly span: 'first' | 'again';
  readonly hours: number;
};

type Of = { readonly role: TrainingRole; readonly hiredOn: Day | null; readonly headSince: Day | null };

/** Class hours of a year: the first time in the year in which somebody takes up the post or joins, again in each later one. */
export function owedInYear({ role, hiredOn, headSince }: Of, year: number, terms: TrainingTerms): OwedInYear {
  const began = role === 'worker' ? hiredOn : headSince;
  const span = began !== null && began.slice(0, 4) === String(year) ? 'first' : 'again';
  const head = role !== 'worker';
  const hours = span === 'first' ? (head ? terms.headFirst : terms.newWorker) : head ? terms.headAgain : terms.workerAgain;
  return { role, span, hours };
}

type Away = { readonly from: Day; readonly until: Day };

/**
 * Whole months of the year that have passed by the end of `on`, less those in which the person was away from the first day to the last.
 * `until` is the first day back.
 */
export function monthsElapsed(year: number, on: Day, absences: readonly Away[] = []): number {
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}-01`);
  const passed = months.filter((first) => lastDayFrom(first) <= on);
  return passed.filter((first) => !absences.some(({ from, until }) => from <= first && until >= monthsLater(first, 1))).length;
}

function lastDayFrom(first: Day): Day {
  return new Date(Date.parse(`${monthsLater(first, 1)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** Whether the hours are as many as is owed by now: hours × 12 ≥ owed × months, so that no third of an hour is rounded. */
export function meetsHours({ span, hours: owed }: Pick<OwedInYear, 'span' | 'hours'>, hours: number, months: number): boolean {
  return span === 'first' ? hours >= owed : hours * 12 >= owed * months;
}

/** Owed by now, to a hundredth of a class hour, for people to read. */
export function owedByNow({ span, hours }: Pick<OwedInYear, 'span' | 'hours'>, months: number): number {
  return span === 'first' ? hours : Math.ceil((hours * months * 100) / 12) / 100;
}

/** The least that fulfils what is owed by now: class hours are given by halves. */
export function leastByNow(owed: Pick<OwedInYear, 'span' | 'hours'>, months: number): number {
  return Math.ceil(owedByNow(owed, months) * 2) / 2;
}
