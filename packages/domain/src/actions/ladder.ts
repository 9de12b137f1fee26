import { addDays, type Day } from '../kernel/index.ts';
import type { Action, ActionOwed } from './action.ts';

/** Who hears of it: whoever owes it, then upwards. */
export type ActionReceiver = 'holder' | 'unitHead' | 'parent';

/** `days` after the due day; negative before it. */
export type ActionRung = { readonly days: number; readonly tells: ActionReceiver };

export type ActionDays = {
  readonly remind: number;
  readonly verify: number;
  readonly unitHead: number;
  readonly parent: number;
};

/** What the product says where no rule speaks: natural days. */
export const defaultActionDays: ActionDays = { remind: 3, verify: 3, unitHead: 1, parent: 7 };

/** Reminded ahead and on the day; afterwards those above are told, each later than the one below. */
export function actionRungs({ remind, unitHead, parent }: ActionDays): ActionRung[] {
  const first = Math.max(1, unitHead);
  return [
    ...[...new Set([-remind, 0])].map((days): ActionRung => ({ days, tells: 'holder' })),
    { days: first, tells: 'unitHead' },
    { days: Math.max(first + 1, parent), tells: 'parent' },
  ];
}

type Owing = Pick<Action, 'state' | 'dueOn' | 'submittedOn' | 'effectDueOn' | 'effect'>;

/** What the action owes now and by which day, or null. A submission is verified within `verify` days. */
export function owedBy(action: Owing, { verify }: ActionDays): { readonly owed: ActionOwed; readonly dueOn: Day } | null {
  const { state, dueOn, submittedOn, effectDueOn, effect } = action;
  if (state === 'assigned' || state === 'returned') return { owed: 'work', dueOn };
  if (state === 'submitted' && submittedOn !== null) return { owed: 'verification', dueOn: addDays(submittedOn, verify) };
  return state === 'done' && effectDueOn !== null && effect === null ? { owed: 'effect', dueOn: effectDueOn } : null;
}

/** Rungs reached by `today`, oldest first, none from before `sinceOn`. A worker that was down for a week finds them all. */
export function rungsReached(rungs: readonly ActionRung[], { sinceOn, dueOn }: { sinceOn: Day; dueOn: Day }, today: Day): ActionRung[] {
  return rungs.filter(({ days }) => addDays(dueOn, days) >= sinceOn && addDays(dueOn, days) <= today).toSorted((a, b) => a.days - b.days);
}
