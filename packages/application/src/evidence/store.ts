import { type EvidenceRow, type Tx, within } from '@changming/database';
import type { DeclareEvidence } from '@changming/domain/evidence';
import { refuse } from '@changming/domain/kernel';
import type { UnitRange } from '@changming/domain/units';
import type { Selectable } from 'kysely';

export type StoredEvidence = Selectable<EvidenceRow>;

/** The piece of evidence, if it lies in the scope; outside of it it is missing, not forbidden. */
export async function evidenceInScope(tx: Tx, scope: readonly UnitRange[], id: string): Promise<StoredEvidence> {
  const row = await tx
    .selectFrom('evidence')
    .selectAll()
    .where('id', '=', id)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .executeTakeFirst();
  return row ?? refuse('missing', 'evidence.not_found', { id });
}

export type Declaration = Omit<DeclareEvidence, 'unitId'> & { readonly unitId: string; readonly by: string | null; readonly at: Date };

/** Writes the declaration once. The same id with the same hash is the same declaration; with another it is refused. */
export async function declare(tx: Tx, { unitId, by, at, ...said }: Declaration): Promise<void> {
  const written = await tx
    .insertInto('evidence')
    .values({
      id: said.id,
      unit_id: unitId,
      subject_id: said.subject ?? null,
      sha256: said.sha256,
      bytes: said.bytes,
      mime: said.mime,
      uploaded_by_id: by,
      claimed_at: said.takenAt === undefined ? null : new Date(said.takenAt),
      claimed_latitude: said.latitude ?? null,
      claimed_longitude: said.longitude ?? null,
      declared_at: at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 1n) return;
  const same = await tx
    .selectFrom('evidence')
    .select('id')
    .where('id', '=', said.id)
    .where('sha256', '=', said.sha256)
    .where((eb) => eb('uploaded_by_id', 'is not distinct from', by))
    .executeTakeFirst();
  if (same === undefined) refuse('conflict', 'evidence.id_taken', { id: said.id });
}
