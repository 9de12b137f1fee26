import type { HazardDetail } from '@changming/contract/hazards';

type Planned = { readonly plan: Pick<HazardDetail['plan'], 'dueOn'> };

/** Whether an extension that is taken back on `today` may be asked for again: it is asked for up to the deadline, that day included. */
export function mayAskAgain({ plan: { dueOn } }: Planned, today: string): boolean {
  return dueOn === null || today <= dueOn;
}
