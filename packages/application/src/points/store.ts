import { type PointRow, type Tx, within } from '@changming/database';
import { keyOf, refuse } from '@changming/domain/kernel';
import type { UnitRange } from '@changming/domain/units';
import type { Selectable, Updateable } from 'kysely';

import { initialsOf } from '../units/index.ts';

export type StoredPoint = Selectable<PointRow>;

/** The point, if it lies in the scope; outside of it a point is missing, not forbidden. */
export async function pointInScope(tx: Tx, scope: readonly UnitRange[], id: string): Promise<StoredPoint> {
  const row = await tx
    .selectFrom('points')
    .selectAll()
    .where('id', '=', id)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .executeTakeFirst();
  return row ?? refuse('missing', 'points.not_found', { id });
}

/** The same, refused when it is closed. */
export async function openPoint(tx: Tx, scope: readonly UnitRange[], id: string): Promise<StoredPoint> {
  const point = await pointInScope(tx, scope, id);
  if (point.closed_on !== null) refuse('conflict', 'points.closed', { name: point.name });
  return point;
}

/** Writes only if nobody else has since `version` was read. */
export async function savePoint(
  tx: Tx,
  { id, version }: Pick<StoredPoint, 'id' | 'version'>,
  set: Omit<Updateable<PointRow>, 'version'>,
): Promise<void> {
  const saved = await tx
    .updateTable('points')
    .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) refuse('conflict', 'points.changed_meanwhile', { id });
}

/** What the search looks in: name, pinyin initials, code, the office's own number. */
export function pointSearchKey(name: string, code: string, ownNo: string | null): string {
  return [name, initialsOf(name), code, ...(ownNo === null ? [] : [ownNo])].map(keyOf).join(' ');
}
