import type { Indicator } from '../indicator.ts';
import { d2OnTime } from './d2-on-time.ts';
import { d3Majors } from './d3-majors.ts';
import { d4LookBacks } from './d4-look-backs.ts';
import { d5Recurrence } from './d5-recurrence.ts';
import { d6SelfFound } from './d6-self-found.ts';

/** The indicators that the product counts from records. */
export const builtIndicators: readonly Indicator[] = [d2OnTime, d3Majors, d4LookBacks, d5Recurrence, d6SelfFound];

export function builtIndicator(code: string): Indicator | null {
  return builtIndicators.find((each) => each.code === code) ?? null;
}
