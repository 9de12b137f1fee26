import type { TrainingCategory, TrainingLevel } from './categories.ts';
import { maySignIn } from './presence.ts';
import type { SessionRefusal } from './session-refusals.ts';

/** 已安排、已结束、已取消. */
export const sessionStates = ['planned', 'closed', 'cancelled'] as const;
export type SessionState = (typeof sessionStates)[number];

/** 修改、点名、签到、结束、取消、更正学时. */
export const sessionSteps = ['edit', 'expect', 'mark', 'signIn', 'close', 'cancel', 'correct'] as const;
export type SessionStep = (typeof sessionSteps)[number];

const leveled: readonly TrainingCategory[] = ['threeLevel', 'transfer', 'return'];

/** 三级教育、转岗、复岗 are of one level each, everything else of none. */
export function levelObjection(category: TrainingCategory, level: TrainingLevel | null): SessionRefusal | null {
  if (leveled.includes(category)) return level === null ? 'training.level_needed' : null;
  return level === null ? null : 'training.level_unwanted';
}

export type SessionFacts = {
  readonly state: SessionState;
  readonly startsAt: Date | null;
  readonly assessed: boolean;
  /** How many have signed in, and how many of those have no result. */
  readonly present: number;
  readonly withoutResult: number;
};

/** Why the step cannot be taken now, or null. A closed session stands as it is: only hours are put right, one person at a time. */
export function objectionToStep(step: SessionStep, session: SessionFacts, now: Date): SessionRefusal | null {
  if (step === 'correct') return session.state === 'closed' ? null : 'training.credit_not_found';
  if (session.state !== 'planned') return 'training.not_planned';
  if (step === 'signIn') return session.startsAt !== null && maySignIn(session.startsAt, now) ? null : 'training.too_early';
  return step === 'close' ? objectionToClosing(session, now) : null;
}

function objectionToClosing({ startsAt, assessed, present, withoutResult }: SessionFacts, now: Date): SessionRefusal | null {
  if (startsAt === null || startsAt > now) return 'training.not_begun';
  if (present === 0) return 'training.nobody_present';
  return assessed && withoutResult > 0 ? 'training.result_missing' : null;
}
