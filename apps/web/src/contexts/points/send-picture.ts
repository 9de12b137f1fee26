import * as contract from '@changming/contract/evidence';

import { call } from '../../api/call.ts';
import { newId } from '../../api/new-id.ts';
import { putBytes } from '../../phone/photos/put-bytes.ts';
import { sha256 } from '../../phone/photos/sha256.ts';

/** px of the longer side: enough for a plan on A3, at most what evidence takes. */
const longestSide = 4000;
const mime = 'image/jpeg';

/** The browser cannot show the file as a picture. */
export class NoPicture extends Error {
  override readonly name = 'NoPicture';
}

/**
 * A drawing of any kind that the browser shows, drawn anew as one flat picture on white: nothing but pixels leaves this machine.
 *
 * @throws NoPicture
 */
export async function flatPicture(file: File): Promise<Blob> {
  const image = await imageOf(file);
  const [width, height] = [image.naturalWidth || longestSide, image.naturalHeight || Math.round(longestSide * 0.7)];
  const share = Math.min(1, longestSide / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * share));
  canvas.height = Math.max(1, Math.round(height * share));
  const paper = canvas.getContext('2d');
  if (paper === null) throw new NoPicture('no canvas');
  paper.fillStyle = '#ffffff';
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new NoPicture('the canvas gave nothing')) : resolve(blob)), mime, 0.9);
  });
}

async function imageOf(file: File): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(file);
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
    return image;
  } catch (error) {
    throw new NoPicture('not readable as a picture', { cause: error });
  } finally {
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }
}

/** Declares the picture of a sheet and sends it. Answers the id of the evidence. */
export async function sendPicture(file: File, { unitId, subject }: { readonly unitId: string; readonly subject: string }): Promise<string> {
  const content = await flatPicture(file);
  const id = newId();
  const hash = await sha256(new Uint8Array(await content.arrayBuffer()));
  await call(contract.declareEvidence, { body: { id, sha256: hash, bytes: content.size, mime, unitId, subject } });
  await putBytes(`/evidence/${id}/content`, { content, headers: { 'content-type': mime }, onShare: () => undefined });
  return id;
}
