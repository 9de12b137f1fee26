import { createChecklistInput, draftChecklistInput, retireChecklistInput } from '@changming/domain/inspections';
import { refuse } from '@changming/domain/kernel';
import type { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { checklistInSight, checklistSearchKey, checklistToChange, refuseWrongItems, saveChecklist } from './checklist-store.ts';

type Wanted = z.output<typeof createChecklistInput>;

/** 新建, from nothing or as an extension (扩展) of a checklist of the same purpose that is in sight. The same id again is the same checklist. */
export const createChecklist = command({
  permission: 'inspections.editChecklists',
  name: 'inspections.createChecklist',
  input: createChecklistInput,
  async run(work, wanted) {
    const { tx, scope, trail } = work;
    const unit = await unitInScope(tx, scope, wanted.unitId);
    if (wanted.baseId !== null) await refuseOtherKind(work, wanted);
    const id = wanted.id ?? work.newId();
    const written = await tx
      .insertInto('inspection_checklists')
      .values({
        id,
        unit_id: unit.id,
        code: wanted.code,
        name: wanted.name,
        name_en: wanted.nameEn,
        kind: wanted.kind,
        key_area: wanted.keyArea,
        base_id: wanted.baseId,
        draft: '[]',
        shipped_edition: null,
        search_key: checklistSearchKey(wanted.name, wanted.code),
        retired_on: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) return trail([], await sameAgain(work, id, wanted));
    const after = { code: wanted.code, name: wanted.name, kind: wanted.kind, baseId: wanted.baseId };
    return trail({ subjectId: id, unitId: unit.id, before: null, after }, { id, version: 1 });
  },
});

async function refuseOtherKind({ tx, scope }: Writing, { baseId, kind }: Wanted): Promise<void> {
  const base = await checklistInSight(tx, scope, baseId ?? '');
  if (base.retired_on !== null) refuse('conflict', 'inspections.checklist_retired', { name: base.name });
  if (base.kind !== kind) refuse('invalid', 'inspections.base_of_another_kind');
}

/** A checklist of that id and code is the one that was asked for; otherwise the code is somebody else's. */
async function sameAgain({ tx }: Writing, id: string, { code, unitId }: Wanted): Promise<{ id: string; version: number }> {
  const same = await tx
    .selectFrom('inspection_checklists')
    .select(['id', 'version'])
    .where('id', '=', id)
    .where('code', '=', code)
    .where('unit_id', '=', unitId)
    .executeTakeFirst();
  return same ?? refuse('conflict', 'inspections.checklist_code_taken', { code });
}

/** Keeps the own items as they would be published. What is asked of people stays the published version. */
export const draftChecklist = command({
  permission: 'inspections.editChecklists',
  name: 'inspections.draftChecklist',
  input: draftChecklistInput,
  async run({ tx, scope, trail }, { checklistId, version, name, nameEn, items }) {
    const before = await checklistToChange(tx, scope, { id: checklistId, version });
    await refuseWrongItems(tx, { ...before, base_id: before.base_id ?? checklistId }, items);
    await saveChecklist(tx, before, {
      name,
      name_en: nameEn,
      draft: JSON.stringify(items),
      search_key: checklistSearchKey(name, before.code),
    });
    const told = { before: { name: before.name, items: before.draft.length }, after: { name, items: items.length } };
    return trail({ subjectId: checklistId, unitId: before.unit_id, ...told }, { id: checklistId, version: version + 1 });
  },
});

/** 停用: refused while a plan still asks it. What was checked by it stays. */
export const retireChecklist = command({
  permission: 'inspections.publishChecklists',
  name: 'inspections.retireChecklist',
  input: retireChecklistInput,
  async run({ tx, scope, today, trail }, { checklistId, version, reason }) {
    const before = await checklistToChange(tx, scope, { id: checklistId, version });
    const { count } = await tx
      .selectFrom('inspection_plans')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('checklist_id', '=', checklistId)
      .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>', today)]))
      .executeTakeFirstOrThrow();
    if (count > 0) refuse('conflict', 'inspections.checklist_in_use', { count });
    await saveChecklist(tx, before, { retired_on: today });
    return trail({ subjectId: checklistId, unitId: before.unit_id, before: null, after: { retiredOn: today, reason } }, null);
  },
});
