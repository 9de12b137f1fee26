import type { LeadPeriod } from './duty.ts';

/** So often in each period. */
export type Quota = { readonly period: LeadPeriod; readonly times: number };

const inYear = { week: 52, month: 12, quarter: 4, half: 2, year: 1 } as const satisfies Record<LeadPeriod, number>;

/** How often in a year it comes to. */
export function timesInYear({ period, times }: Quota): number {
  return inYear[period] * times;
}

/** Whether `quota` asks less than `above` does: a unit may ask more of its leaders than is asked from above, never less. */
export function asksLess(quota: Quota, above: Quota): boolean {
  return timesInYear(quota) < timesInYear(above);
}
