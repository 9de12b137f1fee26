import { type Tx, type WatchShiftRow, within } from '@changming/database';
import { defaultWatchRules, type WatchRules, type WatchShift } from '@changming/domain/workforce';
import { refuse } from '@changming/domain/kernel';
import type { UnitRange } from '@changming/domain/units';
import { type Selectable, sql } from 'kysely';

import { ruleBook } from '../standards/index.ts';

export type StoredShift = Selectable<WatchShiftRow>;

/** The shift, if it lies in the scope; outside of it it is missing, not forbidden. One that was withdrawn is neither stood nor changed. */
export async function shiftInScope(tx: Tx, scope: readonly UnitRange[], id: string): Promise<StoredShift> {
  const row = await tx
    .selectFrom('watch_shifts')
    .selectAll()
    .where('id', '=', id)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .executeTakeFirst();
  if (row === undefined) return refuse('missing', 'workforce.watch_not_found', { id });
  return row.withdrawn_at === null ? row : refuse('conflict', 'workforce.watch_withdrawn', { reason: row.withdrawn_why ?? '' });
}

export function toShift(row: StoredShift): WatchShift {
  const { post, part, from_at: fromAt, until_at: untilAt, person_id: personId, checked_in_at: checkedInAt } = row;
  return { post, part, fromAt, untilAt, personId, checkedInAt };
}

/** Writes only if nobody else has since the shift was read. */
export async function saveShift(tx: Tx, row: StoredShift, set: { person_id?: string | null; checked_in_at?: Date }): Promise<void> {
  const saved = await tx
    .updateTable('watch_shifts')
    .set({ ...set, version: row.version + 1 })
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) refuse('conflict', 'workforce.watch_changed_meanwhile', { id: row.id });
}

export type WatchPerson = { readonly name: string; readonly phoneMasked: string | null };

/** Who stands on these shifts and signed beside them, wherever they belong; nothing of a shift outside of the scope. */
export async function watchPeople(tx: Tx, shiftIds: readonly string[]): Promise<ReadonlyMap<string, WatchPerson>> {
  if (shiftIds.length === 0) return new Map();
  const { rows } = await sql<{ person_id: string; name: string; phone_masked: string | null }>`
    select person_id, name, phone_masked from house.watch_people(${shiftIds}::uuid[])`.execute(tx);
  return new Map(rows.map(({ person_id, name, phone_masked }) => [person_id, { name, phoneMasked: phone_masked }]));
}

/** Minutes to sign in within, hours ahead of which an empty seat is told; where no rule speaks, the product's own. */
export async function watchRules(tx: Tx): Promise<(bound: { unitId: string; on: string }) => Promise<WatchRules>> {
  const book = await ruleBook(tx);
  return async (bound) => {
    const { number } = await book(bound);
    return {
      checkInMinutes: number('workforce.watchCheckInMinutes') ?? defaultWatchRules.checkInMinutes,
      uncoveredHours: number('workforce.watchUncoveredHours') ?? defaultWatchRules.uncoveredHours,
    };
  };
}
