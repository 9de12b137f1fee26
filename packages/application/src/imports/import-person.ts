import type { PersonDraft } from '@changming/domain/imports';
import { refuse } from '@changming/domain/kernel';

import type { Changed, Writing } from '../context.ts';
import { bringCertificates, insertPerson, personInScope, personSearchKey } from '../workforce/index.ts';

/** Enters a person whom the file tells of, or brings one who is there up to what the file says. */
export async function importPerson(work: Writing, draft: PersonDraft): Promise<Changed> {
  if (draft.existingId !== null && draft.onlyCertificates) return addCertificates(work, draft, draft.existingId);
  const changed = await (draft.existingId === null ? enterPerson(work, draft) : replaceFacts(work, draft, draft.existingId));
  await bringCertificates(work, changed.subjectId, draft.certificates);
  return changed;
}

async function addCertificates(work: Writing, draft: PersonDraft, personId: string): Promise<Changed> {
  const { unit_id } = await personInScope(work.tx, work.scope, personId);
  const certificates = await bringCertificates(work, personId, draft.certificates);
  return { subjectId: personId, unitId: unit_id, before: {}, after: { certificates } };
}

async function enterPerson(work: Writing, draft: PersonDraft): Promise<Changed> {
  const { name, staffNo, sex, unitId, title, post, engagement, hiredOn, identityNumber, phone } = draft;
  const { id, changed } = await insertPerson(work, {
    name,
    staffNo,
    sex,
    unitId,
    title: title ?? post,
    engagement,
    hiredOn,
    identityNumber,
    phone: mobile(phone),
  });
  if (draft.leftOn !== null) await work.tx.updateTable('persons').set({ left_on: draft.leftOn }).where('id', '=', id).execute();
  return { ...changed, after: { ...changed.after, leftOn: draft.leftOn } };
}

/** Only a mobile number signs in and is told; a landline stays in the lineage of the import. */
function mobile(phone: string | null): string | null {
  return phone !== null && /^1\d{10}$/.test(phone) ? phone : null;
}

async function replaceFacts({ tx, scope }: Writing, draft: PersonDraft, personId: string): Promise<Changed> {
  const before = await personInScope(tx, scope, personId);
  const after = { unit_id: draft.unitId, title: draft.title ?? draft.post ?? before.title, left_on: draft.leftOn };
  const saved = await tx
    .updateTable('persons')
    .set((eb) => ({ ...after, search_key: personSearchKey(before.name, before.staff_no), version: eb('version', '+', 1) }))
    .where('id', '=', personId)
    .where('version', '=', before.version)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) refuse('conflict', 'imports.changed_meanwhile', { id: personId });
  const told = { unitId: before.unit_id, title: before.title, leftOn: before.left_on };
  return {
    subjectId: personId,
    unitId: draft.unitId,
    before: told,
    after: { unitId: after.unit_id, title: after.title, leftOn: after.left_on },
  };
}
