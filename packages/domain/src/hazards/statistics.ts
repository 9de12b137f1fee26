import { type Day, inPeriod, type Period, type Rate, rateOf } from '../kernel/index.ts';
import type { Hazard } from './hazard.ts';
import { isOpen } from './hazard.ts';
import { daysLate } from './supervision-triggers.ts';

/** One hazard as it was known at the cut-off. Money is in 分. */
export type HazardFact = Pick<Hazard, 'stage' | 'level' | 'plan' | 'registeredOn' | 'submittedOn'> & { readonly spent: number | null };

/** The standard figures of a period; every rate keeps its numerator and denominator. */
export type StandardFigures = {
  /** Registered in the period, or fixed on the spot in it; what proved void was no hazard. */
  readonly found: number;
  readonly closedOfFound: number;
  /** 整改率 */
  readonly rectificationRate: Rate;
  /** The deadline, after an approved extension, lies in the period. */
  readonly dueInPeriod: number;
  /** Of these, handed in by the deadline and finally accepted. */
  readonly onTime: number;
  /** 按期整改率 */
  readonly onTimeRate: Rate;
  readonly overdueNow: number;
  readonly openMajor: number;
  readonly fundsPlanned: number;
  readonly fundsSpent: number;
};

export const standardFigureNames = [
  'found',
  'closedOfFound',
  'rectificationRate',
  'dueInPeriod',
  'onTime',
  'onTimeRate',
  'overdueNow',
  'openMajor',
  'fundsPlanned',
  'fundsSpent',
] as const satisfies readonly (keyof StandardFigures)[];

/** The figures of `period` as they stand on `today`. */
export function standardFigures(hazards: readonly HazardFact[], period: Period, today: Day): StandardFigures {
  const valid = hazards.filter(({ stage }) => stage !== 'void');
  const found = valid.filter(({ registeredOn }) => inPeriod(registeredOn, period));
  const closedOfFound = found.filter(({ stage }) => stage === 'closed').length;
  const due = valid.filter(({ plan }) => inPeriod(plan.dueOn, period));
  const onTime = due.filter(isOnTime).length;
  return {
    found: found.length,
    closedOfFound,
    rectificationRate: rateOf(closedOfFound, found.length),
    dueInPeriod: due.length,
    onTime,
    onTimeRate: rateOf(onTime, due.length),
    overdueNow: valid.filter((hazard) => isOverdue(hazard, today)).length,
    openMajor: valid.filter((hazard) => isOpen(hazard) && hazard.level === 'major').length,
    fundsPlanned: sum(found.map(({ plan }) => plan.funds)),
    fundsSpent: sum(found.map(({ spent }) => spent)),
  };
}

/** The same figures for each value of `by` (source, level, factor, key area, unit). */
export function standardFiguresBy<Fact extends HazardFact, Key extends string>(
  hazards: readonly Fact[],
  by: (hazard: Fact) => Key,
  [period, today]: readonly [Period, Day],
): Map<Key, StandardFigures> {
  const grouped = Map.groupBy(hazards, by);
  return new Map([...grouped].map(([key, members]) => [key, standardFigures(members, period, today)]));
}

/** Submitted by the deadline and finally accepted: a submission that was sent back and came too late is not. */
export function isOnTime({ stage, plan, submittedOn }: Pick<HazardFact, 'stage' | 'plan' | 'submittedOn'>): boolean {
  return stage === 'closed' && plan.dueOn !== null && submittedOn !== null && submittedOn <= plan.dueOn;
}

/** Past the deadline while the work is owed; what has been handed in waits for its acceptor, not for its rectifier. */
export function isOverdue(hazard: Pick<Hazard, 'stage' | 'plan'>, today: Day): boolean {
  return daysLate(hazard, today) > 0;
}

function sum(amounts: readonly (number | null)[]): number {
  return amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
}
