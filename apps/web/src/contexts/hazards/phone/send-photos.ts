import { declareEvidence } from '@changming/contract/evidence';

import { call } from '../../../api/call.ts';
import type { PhonePhoto } from '../../../phone/photos/prepare-photo.ts';
import { putPhoto } from '../../../phone/photos/put-photo.ts';

/** How far the photos are: how many have arrived, of how many, and how much of the one on its way. */
export type Progress = { readonly arrived: number; readonly of: number; readonly share: number };

export type Watch = (progress: Progress) => void;
type SendOne = (photo: PhonePhoto, onShare: (share: number) => void) => Promise<void>;

/** One after the other, so that on a slow line the first arrives early. @throws what `sendOne` throws; those before it have arrived. */
export async function sendPhotos(
  photos: readonly PhonePhoto[],
  missing: readonly string[],
  given: { sendOne: SendOne; watch: Watch },
): Promise<void> {
  const { sendOne, watch } = given;
  const waiting = photos.filter(({ sha256 }) => missing.includes(sha256));
  let arrived = photos.length - waiting.length;
  const told = (share: number) => watch({ arrived, of: photos.length, share });
  told(0);
  for (const photo of waiting) {
    await sendOne(photo, told);
    arrived += 1;
    told(0);
  }
}

/** To the hazard `subject` of `unitId`, as somebody who is signed in. */
export function sendSigned(subject: string, unitId: string): SendOne {
  return async ({ id, sha256, content, takenAt }, onShare) => {
    const declared = { id, sha256, bytes: content.size, mime: 'image/jpeg', subject, unitId, takenAt } as const;
    await call(declareEvidence, { body: declared });
    await putPhoto(`/evidence/${id}/content?subject=${subject}`, { content, onShare });
  };
}

/** By the public door; nothing but the picture is told. */
export function sendAtDoor(claimCode: string): SendOne {
  return async ({ id, sha256, content }, onShare) => {
    const address = `/door/evidence/${id}/content?sha256=${sha256}&mime=${encodeURIComponent('image/jpeg')}`;
    await putPhoto(address, { content, headers: { 'x-claim-code': claimCode }, onShare });
  };
}
