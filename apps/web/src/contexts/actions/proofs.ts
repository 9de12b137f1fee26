import * as evidence from '@changming/contract/evidence';
import { photoTypes } from '@changming/domain/evidence';

import { call } from '../../api/call.ts';
import { newId } from '../../api/new-id.ts';
import { putBytes } from '../../phone/photos/put-bytes.ts';
import { sha256 } from '../../phone/photos/sha256.ts';

type Proof = { readonly actionId: string; readonly unitId: string };

/**
 * Sends the photos that prove an action and answers their hashes, before the step that names them. What is no photo is left out.
 *
 * @throws ProblemError when the API refuses, NetworkError when it was not reached
 */
export async function sendProofs(files: readonly File[], { actionId, unitId }: Proof): Promise<string[]> {
  const hashes: string[] = [];
  for (const file of files) {
    const mime = photoTypes.find((type) => type === file.type);
    if (mime === undefined) continue;
    const hash = await sha256(new Uint8Array(await file.arrayBuffer()));
    const id = newId();
    const takenAt = new Date(file.lastModified).toISOString();
    await call(evidence.declareEvidence, { body: { id, sha256: hash, bytes: file.size, mime, subject: actionId, unitId, takenAt } });
    await putBytes(`/evidence/${id}/content?subject=${actionId}`, {
      content: file,
      headers: { 'content-type': mime },
      onShare: () => undefined,
    });
    hashes.push(hash);
  }
  return hashes;
}
