import { addDays, type Day } from '../kernel/index.ts';

/** Whom a miss climbs to, and how many days after it: the person at once, then the unit's head, then the head of the unit above. */
export type ChaseDays = { readonly unitHead: number; readonly parent: number };
export const defaultChase: ChaseDays = { unitHead: 1, parent: 3 };

export const chaseTargets = ['person', 'unitHead', 'parent'] as const;
export type ChaseTarget = (typeof chaseTargets)[number];

/** Whoever should have been told by `today` of something missed on `missedOn` that nobody has explained, the lowest first. */
export function chasedBy(missedOn: Day, today: Day, { unitHead, parent }: ChaseDays): ChaseTarget[] {
  const days: Readonly<Record<ChaseTarget, number>> = { person: 0, unitHead, parent };
  return chaseTargets.filter((target) => addDays(missedOn, days[target]) <= today);
}
