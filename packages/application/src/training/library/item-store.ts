import type { LibraryItemRow, Tx } from '@changming/database';
import { keyOf, refuse } from '@changming/domain/kernel';
import type { ItemContent } from '@changming/domain/training';
import type { UnitRange } from '@changming/domain/units';
import { type Selectable, type SqlBool, sql, type Updateable } from 'kysely';

import { initialsOf } from '../../units/index.ts';
import { isWithin, ownedInSight } from '../sight.ts';

export type StoredItem = Selectable<LibraryItemRow>;

/** The item, if its owner lies within the scope or above it. */
export async function itemInSight(tx: Tx, scope: readonly UnitRange[], id: string): Promise<StoredItem> {
  const row = await tx
    .selectFrom('library_items as i')
    .innerJoin('units as u', 'u.id', 'i.unit_id')
    .selectAll('i')
    .where('i.id', '=', id)
    .where(ownedInSight(scope))
    .executeTakeFirst();
  return row ?? refuse('missing', 'training.item_not_found', { id });
}

/** The item of the caller's own branch, still in use and as the caller saw it: only there is it changed. */
export async function itemToChange(
  { tx, scope, today }: { readonly tx: Tx; readonly scope: readonly UnitRange[]; readonly today: string },
  { itemId, version }: { readonly itemId: string; readonly version: number },
): Promise<StoredItem> {
  const found = await itemInSight(tx, scope, itemId);
  if (!isWithin(scope, found.unit_pos)) refuse('missing', 'training.item_not_found', { id: itemId });
  if (found.to_on !== null && found.to_on < today) refuse('conflict', 'training.item_withdrawn', { title: found.title });
  if (found.version !== version) refuse('conflict', 'training.item_changed_meanwhile');
  return found;
}

/** Writes only if nobody else has since `version` was read. */
export async function saveItem(
  tx: Tx,
  { id, version }: Pick<StoredItem, 'id' | 'version'>,
  set: Omit<Updateable<LibraryItemRow>, 'version'>,
): Promise<void> {
  const saved = await tx
    .updateTable('library_items')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) refuse('conflict', 'training.item_changed_meanwhile');
}

/** The columns of what an item says and whom it is for. Refused when there is nothing to read. */
export function itemColumns({ title, body, link, posts, mustRead, from, to }: ItemContent) {
  if (body === '' && link === null) refuse('invalid', 'training.item_empty');
  if (to !== null && to < from) refuse('invalid', 'training.item_span_unfit');
  const search_key = [title, initialsOf(title)].map(keyOf).join(' ').slice(0, 300);
  return { title, body, link, posts, must_read: mustRead, from_on: from, to_on: to, search_key };
}

export function toldItem({
  kind,
  title,
  edition,
  must_read,
  from_on,
  to_on,
}: Pick<StoredItem, 'kind' | 'title' | 'edition' | 'must_read' | 'from_on' | 'to_on'>) {
  return { kind, title, edition, mustRead: must_read, from: from_on, to: to_on };
}

/** Whether the item `i` holds on a day. */
export function holdsOn(day: string) {
  return sql<SqlBool>`i.from_on <= ${day}::date and (i.to_on is null or i.to_on >= ${day}::date)`;
}

/** Whether `i` is meant for the person: for everybody of the owner's branch, or for who holds one of the posts there. */
export function meantFor(personId: string, day: string) {
  return sql<SqlBool>`exists (
    select from persons p where p.id = ${personId}::uuid and p.left_on is null and p.unit_pos between u.lo and u.hi
      and (i.posts = '{}' or exists (
        select from appointments a where a.person_id = p.id and a.post = any(i.posts)
          and a.from_on <= ${day}::date and (a.to_on is null or a.to_on > ${day}::date))))`;
}
