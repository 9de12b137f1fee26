import { createHash } from 'node:crypto';

import type { Caller } from '@changming/application/context';
import { declareEvidence, receivePhoto } from '@changming/application/evidence';
import type { Files } from '@changming/application/files';

export type Picture = { readonly content: Buffer; readonly sha256: string; readonly takenAt: Date };

export function pictureOf(content: Buffer, takenAt: Date): Picture {
  return { content, takenAt, sha256: createHash('sha256').update(content).digest('hex') };
}

type Sending = { readonly caller: Caller; readonly files: Files; readonly id: string; readonly subject: string; readonly unitId: string };

/** Sends a photo the way a phone does: declared by its hash, then its content. */
export async function sendPicture({ caller, files, id, subject, unitId }: Sending, { content, sha256 }: Picture): Promise<void> {
  await declareEvidence(caller, { id, sha256, bytes: content.byteLength, mime: 'image/jpeg', subject, unitId });
  await receivePhoto(caller, files, { evidenceId: id, subject, content });
}
