import { declareEvidence, photoProgress } from '@changming/contract/evidence';

import { call } from '../../api/call.ts';
import { NetworkError, ProblemError } from '../../api/problem-error.ts';
import { firstChunk, nextChunk } from './chunk-size.ts';
import type { PhonePhoto } from './prepare-photo.ts';
import { putBytes } from './put-bytes.ts';

type SendOne = (photo: PhonePhoto, content: Blob, onShare: (share: number) => void) => Promise<void>;

/** Remembered while the page lives: the line is the same for the next photo. */
let chunk = firstChunk;

/**
 * A sender of photos of the record `subject` of `unitId`, as somebody who is signed in. A photo goes in pieces, from where the server
 * says it has got to, so a line that breaks costs one piece.
 *
 * @throws ProblemError when the API refuses, NetworkError when it was not reached
 */
export function sendSigned(subject: string, unitId: string): SendOne {
  return async (photo, content, onShare) => {
    const { id, sha256, takenAt } = photo;
    const declared = { id, sha256, bytes: content.size, mime: 'image/jpeg', subject, unitId, takenAt } as const;
    const declare = () => call(declareEvidence, { body: declared });
    let { received, arrived } = await declare();
    for (let strayed = 0; !arrived; ) {
      onShare(received / content.size);
      const piece = content.slice(received, received + chunk);
      const address = `/evidence/${id}/chunks/${received}?subject=${subject}`;
      const at = received;
      const progress = await sendPiece(address, piece, (share) => onShare((at + share * piece.size) / content.size));
      if (progress === 'strayed' && (strayed += 1) > 3) throw new NetworkError('the server and the phone do not agree on how far it is');
      ({ received, arrived } = progress === 'strayed' ? await declare() : progress);
    }
  };
}

async function sendPiece(address: string, content: Blob, onShare: (share: number) => void) {
  const since = performance.now();
  try {
    const answer = await putBytes(address, { content, onShare });
    chunk = nextChunk(chunk, performance.now() - since);
    return photoProgress.parse(answer);
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'evidence.wrong_offset') return 'strayed' as const;
    if (error instanceof NetworkError) chunk = nextChunk(chunk, 'failed');
    throw error;
  }
}
