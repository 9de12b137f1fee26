import { type ControlLevel, controlLevels, type RiskLevel, riskLevels } from './levels.ts';

/** Within how many days each controller looks at a place. */
export type LookDays = Readonly<Record<ControlLevel, number>>;

/** Where no rule speaks (product default). */
export const defaultLookDays: LookDays = { group: 90, unit: 30, workshop: 7, team: 1 };

export type OwedLook = { readonly level: RiskLevel; readonly by: ControlLevel; readonly days: number };

/** 管控频次 by colour: who looks at a place with such a risk, and how often: the level that controls it and everybody below. */
export function owedLooks(days: LookDays): readonly OwedLook[] {
  return riskLevels.flatMap((level, worst) => controlLevels.slice(worst).map((by) => ({ level, by, days: days[by] })));
}
