import * as evidence from '@changming/contract/evidence';
import { largestPhoto, photoTypes } from '@changming/domain/evidence';

import { call } from '../../api/call.ts';
import { newId } from '../../api/new-id.ts';
import { putBytes } from '../../phone/photos/put-bytes.ts';
import { sha256 } from '../../phone/photos/sha256.ts';

type Of = { readonly certificateId: string; readonly unitId: string };

/**
 * Sends the photo of a certificate and answers its id, before the step that puts it there; null when the file is none that is taken.
 *
 * @throws ProblemError when the API refuses, NetworkError when it was not reached
 */
export async function sendCertificatePhoto(file: File, { certificateId, unitId }: Of): Promise<string | null> {
  const mime = photoTypes.find((type) => type === file.type);
  if (mime === undefined || file.size > largestPhoto) return null;
  const hash = await sha256(new Uint8Array(await file.arrayBuffer()));
  const id = newId();
  const takenAt = new Date(file.lastModified).toISOString();
  await call(evidence.declareEvidence, { body: { id, sha256: hash, bytes: file.size, mime, subject: certificateId, unitId, takenAt } });
  const sent = { content: file, headers: { 'content-type': mime }, onShare: () => undefined };
  await putBytes(`/evidence/${id}/content?subject=${certificateId}`, sent);
  return id;
}
