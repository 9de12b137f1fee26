import type { Tx } from '@changming/database';
import { addDays } from '@changming/domain/kernel';
import type { WorkCalendar } from '@changming/domain/standards';

/** The work calendar around a day, for whoever counts 工作日: a year back and two ahead. */
export async function calendarAround(tx: Tx, on: string): Promise<WorkCalendar> {
  return calendarBetween(tx, addDays(on, -366), addDays(on, 2 * 366));
}

export async function calendarBetween(tx: Tx, from: string, to: string): Promise<WorkCalendar> {
  const rows = await tx.selectFrom('work_calendar').select(['day', 'kind']).where('day', '>=', from).where('day', '<=', to).execute();
  const years = await tx.selectFrom('work_years').select('year').execute();
  return { days: new Map(rows.map(({ day, kind }) => [day, kind])), noticedYears: new Set(years.map(({ year }) => year)) };
}
