import type { Tx, WatchSchemeRow } from '@changming/database';
import { isWorkday } from '@changming/domain/standards';
import { type WatchScheme, type WatchSlot, watchSlots } from '@changming/domain/workforce';
import type { Selectable } from 'kysely';

import { calendarBetween } from '../standards/index.ts';

export function schemeOf(row: Selectable<WatchSchemeRow>): WatchScheme {
  return { dayFrom: row.day_from, nightFrom: row.night_from, watched: row.watched, leaders: row.leaders, keepers: row.keepers };
}

/** Every seat that the scheme owes between two days, by the work calendar. */
export async function slotsIn(tx: Tx, scheme: WatchScheme, days: { readonly first: string; readonly last: string }): Promise<WatchSlot[]> {
  const calendar = await calendarBetween(tx, days.first, days.last);
  return watchSlots(scheme, days, (day) => !isWorkday(calendar, day));
}

export function columnsOf({ onDay, part, restDay, post, seat, fromAt, untilAt }: WatchSlot) {
  return { on_day: onDay, part, rest_day: restDay, post, seat, from_at: fromAt, until_at: untilAt };
}
