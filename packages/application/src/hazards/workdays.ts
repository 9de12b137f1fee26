import type { Tx } from '@changming/database';
import type { IsWorkday } from '@changming/domain/kernel';
import { isWorkday } from '@changming/domain/standards';

import { calendarAround } from '../standards/index.ts';

/** 工作日 around a day, by the work calendar. */
export async function workdaysAround(tx: Tx, on: string): Promise<IsWorkday> {
  const calendar = await calendarAround(tx, on);
  return (day) => isWorkday(calendar, day);
}
