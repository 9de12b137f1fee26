import { daysBetween } from '../kernel/index.ts';
import { type Hazard, isOpen } from './hazard.ts';
import type { HazardSource } from './sources.ts';

export const listingReasons = ['confirmedMajor', 'unitOverdue', 'authorityOverdue', 'recurrences'] as const;
export type ListingReason = (typeof listingReasons)[number];

/** The group's own triggers of 挂牌督办; every number may be configured. */
export const listingDefaults = { unitOverdueDays: 15, recurrences: 3 } as const;
export type ListingRules = { readonly unitOverdueDays: number; readonly recurrences: number };

export type ListingFacts = Pick<Hazard, 'stage' | 'level'> & {
  readonly plan: Pick<Hazard['plan'], 'dueOn'>;
  readonly source: HazardSource;
  /** How often this hazard has come back within the recurrence limit. */
  readonly recurrences: number;
};

/** Why the group would list this open hazard on `today`; none when there is no reason. Proposed, never done by itself. */
export function reasonsToList(hazard: ListingFacts, today: string, rules: ListingRules = listingDefaults): ListingReason[] {
  if (!isOpen(hazard)) return [];
  const late = daysLate(hazard, today);
  const holds = {
    confirmedMajor: hazard.level === 'major',
    unitOverdue: hazard.level === 'unit' && late > rules.unitOverdueDays,
    authorityOverdue: hazard.source === 'authority' && late > 0,
    recurrences: hazard.recurrences >= rules.recurrences,
  } satisfies Record<ListingReason, boolean>;
  return listingReasons.filter((reason) => holds[reason]);
}

/** Days past the deadline while the work has not been handed in; 0 on the day itself and when nothing is owed. */
export function daysLate({ stage, plan }: Pick<ListingFacts, 'stage' | 'plan'>, today: string): number {
  const owesWork = stage === 'assigned' || stage === 'rectifying';
  return owesWork && plan.dueOn !== null ? Math.max(0, daysBetween(plan.dueOn, today)) : 0;
}
