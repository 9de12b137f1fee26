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

/** 已销号、未到期、逾期、误报: every hazard stands in exactly one. */
export const accounts = ['closed', 'openNotDue', 'overdue', 'void'] as const;
export type Account = (typeof accounts)[number];

/** Which of the four accounts a hazard stands in on `today`. */
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
  return balanced(problems, counts);
}

/** The four accounts against what they must add up to. */
export function balanced(problems: number, counts: Readonly<Record<Account, number>>): Reconciliation {
  return { problems, ...counts, difference: problems - accounts.reduce((sum, account) => sum + counts[account], 0) };
}
