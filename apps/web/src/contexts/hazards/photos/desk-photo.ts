import * as contract from '@changming/contract/evidence';
import { type PhotoType, photoTypes } from '@changming/domain/evidence';

import { call } from '../../../api/call.ts';
import { newId } from '../../../api/new-id.ts';
import { putBytes } from '../../../phone/photos/put-bytes.ts';
import { sha256 } from '../../../phone/photos/sha256.ts';

/** A photo chosen at the desk: sent as it is, so that its hash is that of the original. */
export type DeskPhoto = { readonly id: string; readonly file: File; readonly sha256: string; readonly mime: PhotoType };

/** Null when the file is of a kind that evidence does not take. */
export async function readDeskPhoto(file: File): Promise<DeskPhoto | null> {
  const mime = photoTypes.find((type) => type === file.type);
  if (mime === undefined) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { id: newId(), file, sha256: await sha256(bytes), mime };
}

type Upload = { readonly photos: readonly DeskPhoto[]; readonly hazardId: string; readonly unitId: string };

/**
 * Declares the photos and sends their bytes, before the step that names them: a step never stands without its evidence.
 *
 * @throws ProblemError when the API refuses, NetworkError when it was not reached
 */
export async function sendPhotos({ photos, hazardId, unitId }: Upload): Promise<void> {
  for (const { id, file, sha256: hash, mime } of photos) {
    const takenAt = new Date(file.lastModified).toISOString();
    await call(contract.declareEvidence, { body: { id, sha256: hash, bytes: file.size, mime, subject: hazardId, unitId, takenAt } });
    const headers = { 'content-type': mime };
    await putBytes(`/evidence/${id}/content?subject=${hazardId}`, { content: file, headers, onShare: () => undefined });
  }
}
