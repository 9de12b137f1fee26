import { type EvidenceRow, type Tx, within } from '@changming/database';
import type { DeclareEvidence } from '@changming/domain/evidence';
import { refuse } from '@changming/domain/kernel';
import type { UnitRange } from '@changming/domain/units';
import { type Selectable, sql } from 'kysely';

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

/** Writes the declaration once. The same id with the same hash for the same record is the same declaration; with another it is refused. */
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
    .where((eb) => eb('subject_id', 'is not distinct from', said.subject ?? null))
    .where((eb) => eb('uploaded_by_id', 'is not distinct from', by))
    .executeTakeFirst();
  if (same === undefined) refuse('conflict', 'evidence.id_taken', { id: said.id });
}

/** How far a photo is: the next piece begins at byte `received`. */
export type PhotoProgress = { readonly received: number; readonly arrived: boolean };

/** Pieces follow each other without gaps, so the end of the last one is how much there is. Bytes are not read for it. */
export async function progressOf(tx: Tx, evidenceId: string): Promise<PhotoProgress> {
  const { bytes, arrived_at } = await tx
    .selectFrom('evidence')
    .select(['bytes', 'arrived_at'])
    .where('id', '=', evidenceId)
    .executeTakeFirstOrThrow();
  if (arrived_at !== null) return { received: bytes, arrived: true };
  const { end } = await tx
    .selectFrom('evidence_chunks')
    .select(sql<number>`coalesce(max(starts + octet_length(content)), 0)`.as('end'))
    .where('evidence_id', '=', evidenceId)
    .executeTakeFirstOrThrow();
  return { received: end, arrived: false };
}
