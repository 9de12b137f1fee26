import type { Tx } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';

import type { Writing } from '../context.ts';

/** 回执: the words have arrived; which photos are still awaited, and of which record each is to be sent as evidence. */
export type FireReceipt = {
  readonly id: string;
  readonly photos: {
    readonly declared: number;
    readonly missing: { readonly sha256: string; readonly subjectId: string }[];
    readonly complete: boolean;
  };
};

type Which = { readonly id: string; readonly equipmentId: string };

/** The receipt of the caller's own check; null when the id has not been used. An id that stands for anything else is refused. */
export async function ownFireReceipt({ tx, actor }: Writing, { id, equipmentId }: Which): Promise<FireReceipt | null> {
  const known = await tx.selectFrom('fire_checks').select(['equipment_id', 'by_id']).where('id', '=', id).executeTakeFirst();
  if (known === undefined) return null;
  if (known.equipment_id !== equipmentId || known.by_id !== actor.personId) refuse('conflict', 'equipment.check_id_taken');
  return fireReceipt(tx, id);
}

export async function fireReceipt(tx: Tx, id: string): Promise<FireReceipt> {
  const rows = await tx
    .selectFrom('fire_check_photos as p')
    .select(['p.sha256', 'p.subject_id as subjectId', arrived.as('arrived')])
    .where('p.check_id', '=', id)
    .orderBy('p.at')
    .execute();
  const missing = rows.filter((row) => !row.arrived).map(({ sha256, subjectId }) => ({ sha256, subjectId }));
  return { id, photos: { declared: rows.length, missing, complete: missing.length === 0 } };
}

/** Whether the photo of `p` has arrived: the evidence of that hash, sent for that record. */
const arrived = sql<boolean>`exists (
  select from evidence e where e.subject_id = p.subject_id and e.sha256 = p.sha256 and e.arrived_at is not null)`;

/** Notes the hashes that the phone says it has; they are evidence of the check until it becomes a hazard. */
export async function declareFirePhotos(tx: Tx, { id, equipmentId }: Which, hashes: readonly string[]): Promise<void> {
  const rows = [...new Set(hashes)].map((sha256, at) => ({ check_id: id, equipment_id: equipmentId, sha256, at, subject_id: id }));
  if (rows.length > 0) await tx.insertInto('fire_check_photos').values(rows).execute();
}
