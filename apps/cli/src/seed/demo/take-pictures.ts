import { createHash } from 'node:crypto';

import { type Caller, uuidV7 as newId } from '@changming/application/context';
import { declareEvidence, receivePhoto } from '@changming/application/evidence';
import type { Files } from '@changming/application/files';

import { takePhoto } from '../photos/take-photo.ts';
import type { Life } from './plan-lives.ts';

export type Picture = { readonly content: Buffer; readonly sha256: string; readonly takenAt: Date };

const hour = 3_600_000;

/** The photo of a hazard's place on a visit: as it was found, or mended. */
export async function pictureOf(
  life: Life,
  { mended, visit = 0 }: { readonly mended: boolean; readonly visit?: number },
): Promise<Picture> {
  const { cast, tale, point, scene, at } = life;
  const takenAt = new Date(at.getTime() + (mended ? 4 : 0) * hour + visit * 24 * hour);
  const plate = [cast.workshop.unit.name, point?.code ?? '现场'];
  const content = await takePhoto({ category: tale.category, scene, mended, visit, plate, takenAt });
  return { content, takenAt, sha256: createHash('sha256').update(content).digest('hex') };
}

type Sending = { readonly caller: Caller; readonly files: Files; readonly hazardId: string; readonly life: Life };

/** Sends a photo the way a phone does: declared by its hash, then its content. */
export async function sendPicture({ caller, files, hazardId, life }: Sending, { content, sha256 }: Picture): Promise<void> {
  const id = newId(life.at, life.random.bytes(16));
  const { id: unitId } = life.cast.workshop;
  await declareEvidence(caller, { id, sha256, bytes: content.byteLength, mime: 'image/jpeg', subject: hazardId, unitId });
  await receivePhoto(caller, files, { evidenceId: id, subject: hazardId, content });
}
