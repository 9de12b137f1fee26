import { id, refuse } from '@changming/domain/kernel';
import { z } from 'zod';

import { type Caller, command, query, type Writing } from '../context.ts';
import { type Files, keyOfFile } from '../files.ts';
import { preparePhoto, type Prepared } from './prepare-photo.ts';
import { evidenceInScope, type StoredEvidence } from './store.ts';

type Which = { readonly evidenceId: string; readonly subject?: string | undefined };

/** What was declared under this id by the caller himself. */
export const readDeclared = query({
  permission: 'evidence.upload',
  assignedSubject: ({ subject }: Which) => subject,
  async run({ tx, scope, actor }, { evidenceId }) {
    const declared = await evidenceInScope(tx, scope, evidenceId);
    if (declared.uploaded_by_id !== actor.personId) refuse('forbidden', 'evidence.not_yours');
    return declared;
  },
});

const arrived = z.strictObject({
  evidenceId: id,
  subject: id.optional(),
  width: z.int(),
  height: z.int(),
  takenAt: z.date().nullable(),
  place: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
});

export const recordArrival = command({
  permission: 'evidence.upload',
  name: 'evidence.receive',
  input: arrived,
  assignedSubject: ({ subject }) => subject,
  async run(work, { evidenceId, ...told }) {
    const declared = await evidenceInScope(work.tx, work.scope, evidenceId);
    await settle(work, declared, told);
    await work.tx.deleteFrom('evidence_chunks').where('evidence_id', '=', evidenceId).execute();
    const { sha256, subject_id: subjectId, unit_id: unitId } = declared;
    return work.trail(
      { subjectId: evidenceId, unitId, before: null, after: { sha256, subjectId, bytes: declared.bytes } },
      receipt(declared),
    );
  },
});

export type PhotoReceipt = { readonly id: string; readonly sha256: string };

/**
 * Takes the content of a declared photo, checks and renders it, keeps it, and only then says that it has arrived: what was acknowledged
 * lies on the disk. Sending it again is answered with the same receipt.
 */
export async function receivePhoto(caller: Caller, files: Files, given: Which & { readonly content: Uint8Array }): Promise<PhotoReceipt> {
  const { evidenceId, subject, content } = given;
  const declared = await readDeclared(caller, { evidenceId, subject });
  if (declared.arrived_at !== null) return receipt(declared);
  const photo = await preparePhoto(content, declared);
  await keep(files, declared.sha256, { ...photo, raw: content });
  const { width, height, takenAt, place } = photo;
  return recordArrival(caller, { evidenceId, subject, width, height, takenAt, place });
}

/** The untouched original stays as evidence and is never served; `raw` is null where it might name its photographer. */
export async function keep(
  files: Files,
  hash: string,
  photo: Pick<Prepared, 'thumb' | 'view' | 'full'> & { raw: Uint8Array | null },
): Promise<void> {
  const { thumb, view, full, raw } = photo;
  if (raw !== null) await files.put(keyOfFile('originals', hash), raw);
  await files.put(keyOfFile('full', hash), full);
  await files.put(keyOfFile('views', hash), view);
  await files.put(keyOfFile('thumbs', hash), thumb);
}

type Told = Pick<Prepared, 'width' | 'height' | 'takenAt' | 'place'>;

/** The first arrival counts; a second one changes nothing. */
export async function settle({ tx, now }: Writing, { id: evidenceId }: Pick<StoredEvidence, 'id'>, told: Told): Promise<void> {
  const { width, height, takenAt, place } = told;
  await tx
    .updateTable('evidence')
    .set({ arrived_at: now, width, height, taken_at: takenAt, latitude: place?.latitude ?? null, longitude: place?.longitude ?? null })
    .where('id', '=', evidenceId)
    .where('arrived_at', 'is', null)
    .execute();
}

function receipt({ id: evidenceId, sha256 }: Pick<StoredEvidence, 'id' | 'sha256'>): PhotoReceipt {
  return { id: evidenceId, sha256 };
}
