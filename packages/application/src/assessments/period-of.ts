import type { Tx } from '@changming/database';
import { cutOffAt, cutOffOn, type PeriodKind, periodKindOf, type Scheme } from '@changming/domain/assessments';
import { type Day, lastDayOf, type Period, periodNamed, refuse } from '@changming/domain/kernel';
import { isWorkday } from '@changming/domain/standards';

import { calendarAround } from '../standards/index.ts';

export type NamedPeriod = { readonly name: string; readonly kind: PeriodKind; readonly period: Period };

/** `2026Q3` and its like. */
export function periodOf(name: string): NamedPeriod {
  const [kind, period] = [periodKindOf(name), periodNamed(name)];
  if (kind === null || period === null) refuse('invalid', 'assessments.period_unknown', { period: name });
  return { name, kind, period };
}

/** The last day that counts and the instant at which it ends, by the work calendar. */
export async function cutOffOf(tx: Tx, { period }: Pick<NamedPeriod, 'period'>, scheme: Scheme): Promise<{ on: Day; at: Date }> {
  const calendar = await calendarAround(tx, lastDayOf(period));
  const works = (day: Day) => isWorkday(calendar, day);
  return { on: cutOffOn(period, works, scheme.cutOffWorkdays), at: cutOffAt(period, works, scheme.cutOffWorkdays) };
}
