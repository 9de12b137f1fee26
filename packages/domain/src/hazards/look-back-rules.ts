import { addDays, type Day } from '../kernel/index.ts';
import type { HazardLevel } from './levels.ts';

/** How many of a unit's closings are drawn each month, and when they are looked back on. Configurable, unit by unit. */
export type LookBackRules = {
  /** The least share of a unit's month that is drawn: 0.2 is one in five. */
  readonly share: number;
  /** At least so many of a month that has any. */
  readonly atLeast: number;
  /** Days after closing between which one looks; both belong to the window. */
  readonly fromDays: number;
  readonly toDays: number;
  readonly majorToDays: number;
};

export const defaultLookBack: LookBackRules = { share: 0.2, atLeast: 1, fromDays: 30, toDays: 60, majorToDays: 30 };

/** A share is kept to a hundredth of a percent, so that 20 % of 5 is 1 and never 2. */
const parts = 10_000;

/** n = max(at least, ⌈share⌉) of a stratum, and never more than there are; 0 of none. */
export function sampleSize(closures: number, { share, atLeast }: Pick<LookBackRules, 'share' | 'atLeast'> = defaultLookBack): number {
  const owed = Math.floor((closures * Math.round(share * parts) + parts - 1) / parts);
  return Math.min(closures, Math.max(atLeast, owed));
}

/** A major hazard is looked back on from the day after closing, any other once it could have come back. */
export function lookBackWindow(
  level: HazardLevel,
  closedOn: Day,
  { fromDays, toDays, majorToDays }: LookBackRules = defaultLookBack,
): { readonly fromOn: Day; readonly toOn: Day } {
  const [from, to] = level === 'major' ? [1, majorToDays] : [Math.min(fromDays, toDays), toDays];
  return { fromOn: addDays(closedOn, from), toOn: addDays(closedOn, to) };
}
