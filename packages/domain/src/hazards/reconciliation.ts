import type { Day } from '../kernel/index.ts';
import type { Hazard } from './hazard.ts';
import { isOverdue } from './statistics.ts';

/** 对账销号: problems = closed + open not due + overdue + void, and a difference of 0. */
export type Reconciliation = {
  readonly problems: number;
  readonly closed: number;
  readonly openNotDue: number;
  readonly overdue: number;
  readonly void: number;
  readonly difference: number;
};

type Account = Exclude<keyof Reconciliation, 'problems' | 'difference'>;

/** Which of the four accounts a hazard stands in on `today`; every hazard stands in exactly one. */
export function accountOf(hazard: Pick<Hazard, 'stage' | 'plan'>, today: Day): Account {
  if (hazard.stage === 'closed' || hazard.stage === 'void') return hazard.stage;
  return isOverdue(hazard, today) ? 'overdue' : 'openNotDue';
}

/** `problems` is the count claimed elsewhere (a campaign's 问题清单); left out, the hazards themselves are counted. */
export function reconcile(
  hazards: readonly Pick<Hazard, 'stage' | 'plan'>[],
  today: Day,
  problems: number = hazards.length,
): Reconciliation {
  const counts = { closed: 0, openNotDue: 0, overdue: 0, void: 0 };
  for (const hazard of hazards) counts[accountOf(hazard, today)] += 1;
  return { problems, ...counts, difference: problems - counts.closed - counts.openNotDue - counts.overdue - counts.void };
}
