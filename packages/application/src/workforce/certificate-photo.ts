import { refuse } from '@changming/domain/kernel';
import { certificatePhotoInput } from '@changming/domain/workforce';

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

const readPhotoId = query({
  permission: 'workforce.readPhoto',
  async run({ tx, scope }, { certificateId }: Which) {
    const { photo_id } = await certificateInScope(tx, scope, certificateId);
    return photo_id === null ? refuse('missing', 'workforce.photo_missing') : personalPhoto(tx, photo_id);
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
  return servePhoto(files, await readPhotoId(caller, { certificateId }), size);
}

/** The photo of the caller's own certificate. */
export async function readOwnCertificatePhoto(caller: Caller, files: Files, { certificateId, size }: Asked): Promise<ServedPhoto> {
  return servePhoto(files, await readOwnPhotoId(caller, { certificateId }), size);
}
