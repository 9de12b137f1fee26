import { addDays, type Day } from '../kernel/index.ts';

/** Days before and after which somebody is told: the person beforehand and at once, then the head of the unit, then the unit above. */
export type ChaseDays = { readonly remind: number; readonly unitHead: number; readonly parent: number };
export const defaultChaseDays: ChaseDays = { remind: 3, unitHead: 3, parent: 7 };

export const letterRungs = ['remind', 'overdue', 'unitHead', 'parent'] as const;
export type LetterRung = (typeof letterRungs)[number];

/** Who should have been told by `today` of something due on `dueOn` and not done, the lowest first. */
export function rungsOn(dueOn: Day, today: Day, { remind, unitHead, parent }: ChaseDays): LetterRung[] {
  const days: Readonly<Record<LetterRung, number>> = { remind: -remind, overdue: 1, unitHead, parent };
  return letterRungs.filter((rung) => addDays(dueOn, days[rung]) <= today);
}
