import { shiftRounds, type ShippedChecklist, shippedChecklists } from '@changming/domain/inspections';
import { z } from 'zod';

import { type Changed, command, type Writing } from '../context.ts';
import { checklistSearchKey } from './checklist-store.ts';
import { publishVersion } from './publish-checklist.ts';

/**
 * 集团检查表库: puts the checklists that come with the product where they are not yet, as the headquarters' own, and follows a newer edition
 * where headquarters has not published a version of its own. Before the group is founded there is nothing to do.
 */
export const installChecklists = command({
  permission: 'inspections.sweep',
  name: 'inspections.installChecklists',
  input: z.strictObject({}),
  async run(work) {
    const root = await work.tx.selectFrom('units').select('id').where('parent_id', 'is', null).executeTakeFirst();
    if (root === undefined) return work.trail([], { installed: 0 });
    const there = await work.tx.selectFrom('inspection_checklists').select(['id', 'code', 'base_id', 'shipped_edition']).execute();
    const changes: Changed[] = [];
    for (const shipped of [...shippedChecklists, ...shiftRounds]) {
      const known = there.find(({ code }) => code === shipped.code);
      const id = known === undefined ? await begin(work, shipped, root.id) : outdated(known, shipped);
      if (id === null) continue;
      const { number } = await publishVersion(
        work,
        { id, base_id: null },
        { own: shipped.items, note: null, publishedById: null, followed: true },
      );
      changes.push({ subjectId: id, unitId: root.id, before: null, after: { code: shipped.code, edition: shipped.edition, number } });
      if (known !== undefined) await keepEdition(work, id, shipped);
    }
    return work.trail(changes, { installed: changes.length });
  },
});

async function begin({ tx, newId }: Writing, shipped: ShippedChecklist, rootId: string): Promise<string> {
  const id = newId();
  await tx
    .insertInto('inspection_checklists')
    .values({
      id,
      unit_id: rootId,
      code: shipped.code,
      name: shipped.name,
      name_en: shipped.nameEn,
      kind: shipped.kind,
      key_area: shipped.keyArea,
      base_id: null,
      draft: JSON.stringify(shipped.items),
      shipped_edition: shipped.edition,
      search_key: checklistSearchKey(shipped.name, shipped.code),
      retired_on: null,
    })
    .execute();
  return id;
}

/** The checklist that still follows an older edition; null when it is up to date or goes its own way. */
function outdated(
  { id, shipped_edition }: { readonly id: string; readonly shipped_edition: number | null },
  { edition }: ShippedChecklist,
) {
  return shipped_edition !== null && shipped_edition < edition ? id : null;
}

async function keepEdition({ tx }: Writing, id: string, { items, edition }: ShippedChecklist): Promise<void> {
  await tx
    .updateTable('inspection_checklists')
    .set((eb) => ({ draft: JSON.stringify(items), shipped_edition: edition, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
