import type { UnitDraft } from '@changming/domain/imports';
import { refuse } from '@changming/domain/kernel';

import type { Changed, Writing } from '../context.ts';
import { insertUnit, labelsBelow, reclassify, saveCity, searchKeyOf, type StoredUnit, unitInScope } from '../units/index.ts';
import type { Batch } from './store.ts';

type Along = { readonly batch: Batch; readonly code: string; readonly ids: Map<string, string> };

/** Makes a unit that the file tells of, below the one it names; or replaces the facts of one that is there. Null for the root itself. */
export async function importUnit(work: Writing, draft: UnitDraft, along: Along): Promise<Changed | null> {
  if (draft.existingId !== null) return replaceFacts(work, draft, along.batch);
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
    reason: reasonOf(along.batch.file_name),
  };
  const row = await insertUnit(work, wanted, { labels, depth: parent.depth + 1 });
  along.ids.set(draft.key, row.id);
  return { subjectId: row.id, unitId: row.id, before: null, after: { code: along.code, name, kind, parentId, ...assessmentOf(draft) } };
}

/** 按文件更新: what the file tells of the unit in place of what is there; what it leaves open stays. */
async function replaceFacts(work: Writing, draft: UnitDraft, { effective_on: on, file_name }: Batch): Promise<Changed> {
  const { tx, scope } = work;
  const before = await unitInScope(tx, scope, draft.existingId ?? '');
  const [kind, code] = [draft.kind, draft.code ?? before.code];
  await reclassify(work, before, { kind, code, on, reason: reasonOf(file_name) });
  const headcount = draft.headcount ?? before.headcount;
  const province = draft.province ?? before.province;
  const industry = draft.industry ?? before.industry;
  const shortNames = [...new Set([...before.short_names, ...draft.shortNames])];
  const flags = [...new Set([...before.flags, ...draft.flags])];
  const profile = { headcount, province, industry, flags };
  const search_key = searchKeyOf({ ...before, code, short_names: shortNames });
  await tx
    .updateTable('units')
    .set((eb) => ({ ...profile, short_names: shortNames, search_key, version: eb('version', '+', 1) }))
    .where('id', '=', before.id)
    .execute();
  const cityBefore = await saveCity(tx, before.id, draft.city ?? undefined);
  return {
    subjectId: before.id,
    unitId: before.id,
    before: { ...toldOf(before), city: cityBefore },
    after: { kind, code, ...profile, shortNames, city: draft.city ?? cityBefore, ...assessmentOf(draft) },
  };
}

function toldOf({ kind, code, headcount, province, industry, flags, short_names: shortNames }: StoredUnit) {
  return { kind, code, headcount, province, industry, flags, shortNames };
}

/** 粉尘涉爆评估 is kept with the change, as when a person sets the flag. */
function assessmentOf({ dustAssessment }: UnitDraft) {
  return dustAssessment === null ? {} : { dustAssessment };
}

const reasonOf = (fileName: string) => `导入 ${fileName}`;
