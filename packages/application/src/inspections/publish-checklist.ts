import type { Tx } from '@changming/database';
import { type ChecklistItem, effectiveItems, mostItems, publishChecklistInput } from '@changming/domain/inspections';
import { refuse } from '@changming/domain/kernel';

import { type Changed, command, type Writing } from '../context.ts';
import { checklistToChange, newestVersion, refuseWrongItems, saveChecklist, type StoredChecklist } from './checklist-store.ts';

/** 发布: the draft becomes a version that never changes, and every extension gets one that begins with it, in the same transaction. */
export const publishChecklist = command({
  permission: 'inspections.publishChecklists',
  name: 'inspections.publishChecklist',
  input: publishChecklistInput,
  async run(work, { checklistId, version, note }) {
    const { tx, scope, actor, trail } = work;
    const checklist = await checklistToChange(tx, scope, { id: checklistId, version });
    const last = await newestVersion(tx, checklistId);
    if (last !== null && sameItems(last.own, checklist.draft)) refuse('conflict', 'inspections.checklist_unchanged');
    await refuseWrongItems(tx, checklist, checklist.draft);
    await saveChecklist(tx, checklist, { shipped_edition: null });
    const made = await publishVersion(work, checklist, { own: checklist.draft, note, publishedById: actor.personId, followed: false });
    const after = { number: made.number, items: made.items.length, followed: made.followers };
    const told: Changed = { subjectId: checklistId, unitId: checklist.unit_id, before: { number: last?.number ?? null }, after };
    return trail(told, { id: checklistId, number: made.number, followed: made.followers });
  },
});

export type Publishing = {
  readonly own: readonly ChecklistItem[];
  readonly note: string | null;
  readonly publishedById: string | null;
  readonly followed: boolean;
};

/** Writes the next version of a checklist and of everything that extends it, however deep. */
export async function publishVersion(
  work: Writing,
  checklist: Pick<StoredChecklist, 'id' | 'base_id'>,
  { own, note, publishedById, followed }: Publishing,
): Promise<{ readonly number: number; readonly items: readonly ChecklistItem[]; readonly followers: number }> {
  const { tx, now, newId } = work;
  const number = 1 + ((await newestVersion(tx, checklist.id))?.number ?? 0);
  const { baseVersionId, items } = await askedWith(tx, checklist.base_id, own);
  const row = {
    id: newId(),
    checklist_id: checklist.id,
    number,
    base_version_id: baseVersionId,
    own: JSON.stringify(own),
    items: JSON.stringify(items),
    note,
    followed,
    published_by_id: publishedById,
    published_at: now,
  };
  await tx.insertInto('inspection_checklist_versions').values(row).execute();
  return { number, items, followers: await follow(work, checklist.id) };
}

/** The own items behind those of the base, as it is now. */
async function askedWith(tx: Tx, baseId: string | null, own: readonly ChecklistItem[]) {
  const base = baseId === null ? null : await newestVersion(tx, baseId);
  const items = effectiveItems(base?.items ?? [], own);
  if (items.length > mostItems) refuse('invalid', 'inspections.too_many_items', { most: mostItems });
  return { baseVersionId: base?.id ?? null, items };
}

/** Extensions that have been published keep their own items and begin with the base as it is now. */
async function follow(work: Writing, baseId: string): Promise<number> {
  let followers = 0;
  for (const extension of await extensionsOf(work.tx, baseId)) {
    const last = await newestVersion(work.tx, extension.id);
    if (last === null) continue;
    const made = await publishVersion(work, extension, { own: last.own, note: null, publishedById: null, followed: true });
    followers += 1 + made.followers;
  }
  return followers;
}

async function extensionsOf(tx: Tx, baseId: string) {
  return tx
    .selectFrom('inspection_checklists')
    .select(['id', 'base_id'])
    .where('base_id', '=', baseId)
    .where('retired_on', 'is', null)
    .orderBy('id')
    .execute();
}

/** JSON from the database comes with its keys in another order than it was written with. */
export function sameItems(one: readonly ChecklistItem[], other: readonly ChecklistItem[]): boolean {
  return ordered(one) === ordered(other);
}

function ordered(items: readonly ChecklistItem[]): string {
  return JSON.stringify(items, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
