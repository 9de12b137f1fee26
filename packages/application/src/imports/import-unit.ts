import type { UnitDraft } from '@changming/domain/imports';
import { refuse } from '@changming/domain/kernel';

import type { Changed, Writing } from '../context.ts';
import { insertUnit, labelsBelow, saveCity, searchKeyOf, unitInScope } from '../units/index.ts';
import type { Batch } from './store.ts';

type Along = { readonly batch: Batch; readonly code: string; readonly ids: Map<string, string> };

/** Makes a unit that the file tells of, below the one it names; or replaces the facts of one that is there. Null for the root itself. */
export async function importUnit(work: Writing, draft: UnitDraft, along: Along): Promise<Changed | null> {
  if (draft.existingId !== null) return replaceFacts(work, draft);
  const parentId = draft.parentId ?? along.ids.get(draft.parentKey ?? '');
  if (parentId === undefined) return draft.parentKey === null ? null : refuse('conflict', 'imports.parent_missing', { name: draft.name });
  const parent = await unitInScope(work.tx, work.scope, parentId);
  const labels = await labelsBelow(work, parent);
  const { headcount, province, city, industry, flags, name, kind, shortNames } = draft;
  const on = along.batch.effective_on < parent.opened_on ? parent.opened_on : along.batch.effective_on;
  const profile = { headcount, province, city: city ?? undefined, industry, flags: [...flags] };
  const wanted = {
    parentId,
    code: along.code,
    name,
    kind,
    shortNames: [...shortNames],
    profile,
    on,
    reason: `导入 ${along.batch.file_name}`,
  };
  const row = await insertUnit(work, wanted, { labels, depth: parent.depth + 1 });
  along.ids.set(draft.key, row.id);
  return { subjectId: row.id, unitId: row.id, before: null, after: { code: along.code, name, kind, parentId } };
}

async function replaceFacts({ tx, scope }: Writing, draft: UnitDraft): Promise<Changed> {
  const before = await unitInScope(tx, scope, draft.existingId ?? '');
  const { headcount, province, industry } = draft;
  const shortNames = [...new Set([...before.short_names, ...draft.shortNames])];
  const flags = [...new Set([...before.flags, ...draft.flags])];
  await tx
    .updateTable('units')
    .set((eb) => ({
      headcount: headcount ?? before.headcount,
      province: province ?? before.province,
      industry: industry ?? before.industry,
      short_names: shortNames,
      flags,
      search_key: searchKeyOf({ ...before, short_names: shortNames }),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', before.id)
    .execute();
  await saveCity(tx, before.id, draft.city ?? undefined);
  return {
    subjectId: before.id,
    unitId: before.id,
    before: { headcount: before.headcount, shortNames: before.short_names, flags: before.flags },
    after: { headcount: headcount ?? before.headcount, shortNames, flags },
  };
}
