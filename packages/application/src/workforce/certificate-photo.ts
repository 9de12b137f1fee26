import { id, refuse } from '@changming/domain/kernel';
import { certificatePhotoInput } from '@changming/domain/workforce';
import { z } from 'zod';

import { type Caller, command, query, type Writing } from '../context.ts';
import { evidenceInScope, personalPhoto, servePhoto, type ServedPhoto } from '../evidence/index.ts';
import type { Files } from '../files.ts';
import { certificateInScope, lockedCertificate } from './certificate-store.ts';

/**
 * Refuses a photo that was not sent for this very certificate or has not arrived. The database lays it where the certificate lies and
 * makes it personal.
 */
export async function refuseStrangePhoto({ tx, scope }: Writing, photoId: string | null, certificateId: string): Promise<void> {
  if (photoId === null) return;
  const { subject_id, arrived_at } = await evidenceInScope(tx, scope, photoId);
  if (subject_id !== certificateId || arrived_at === null) refuse('invalid', 'workforce.photo_not_of_certificate');
}

/** 证书照片: put in, replaced or taken away; also of an issue that was renewed or revoked. The trail tells by its hash which it was. */
export const keepCertificatePhoto = command({
  permission: 'workforce.edit',
  name: 'workforce.keepCertificatePhoto',
  input: certificatePhotoInput,
  async run(work, { certificateId, evidenceId }) {
    const before = await lockedCertificate(work, certificateId);
    await refuseStrangePhoto(work, evidenceId, certificateId);
    await work.tx
      .updateTable('certificates')
      .set({ photo_id: evidenceId, version: before.version + 1 })
      .where('id', '=', certificateId)
      .execute();
    const told = { before: { photo: await hashOf(work, before.photo_id) }, after: { photo: await hashOf(work, evidenceId) } };
    return work.trail({ subjectId: certificateId, unitId: before.unit_id, ...told }, { id: certificateId });
  },
});

async function hashOf({ tx }: Writing, evidenceId: string | null): Promise<string | null> {
  if (evidenceId === null) return null;
  const row = await tx.selectFrom('evidence').select('sha256').where('id', '=', evidenceId).executeTakeFirst();
  return row?.sha256 ?? null;
}

type Which = { readonly certificateId: string };

/** The trail tells who looked at whose certificate and when, as it does of a number: the photo shows the whole of it, small or large. */
const openPhoto = command({
  permission: 'workforce.readPhoto',
  input: z.strictObject({ certificateId: id, size: z.enum(['thumb', 'view']) }),
  toldOnce: true,
  async run({ tx, scope, trail }, { certificateId, size }) {
    const { photo_id, person_id, unit_id } = await certificateInScope(tx, scope, certificateId);
    const sha256 = photo_id === null ? refuse('missing', 'workforce.photo_missing') : await personalPhoto(tx, photo_id);
    return trail({ subjectId: certificateId, unitId: unit_id, before: null, after: { personId: person_id, size } }, sha256);
  },
});

const readOwnPhotoId = query({
  permission: 'workforce.follow',
  async run({ tx, actor }, { certificateId }: Which) {
    const row = await tx
      .selectFrom('certificates')
      .select('photo_id')
      .where('id', '=', certificateId)
      .where('person_id', '=', actor.personId)
      .executeTakeFirst();
    if (row === undefined) return refuse('missing', 'workforce.certificate_not_found', { id: certificateId });
    return row.photo_id === null ? refuse('missing', 'workforce.photo_missing') : personalPhoto(tx, row.photo_id);
  },
});

type Asked = Which & { readonly size: 'thumb' | 'view' };

/** The photo of a certificate, for those who keep the certificates of its unit: it shows the whole number. */
export async function readCertificatePhoto(caller: Caller, files: Files, { certificateId, size }: Asked): Promise<ServedPhoto> {
  return servePhoto(files, await openPhoto(caller, { certificateId, size }), size);
}

/** The photo of the caller's own certificate, of which the trail tells nothing: it is his. */
export async function readOwnCertificatePhoto(caller: Caller, files: Files, { certificateId, size }: Asked): Promise<ServedPhoto> {
  return servePhoto(files, await readOwnPhotoId(caller, { certificateId }), size);
}
