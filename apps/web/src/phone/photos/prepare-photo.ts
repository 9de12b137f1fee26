import { newId } from '../../api/new-id.ts';
import { sha256 } from './sha256.ts';

/** A photo as it will be sent: what it is called and what it weighs. Its bytes lie in the photo store. */
export type PhonePhoto = {
  readonly id: string;
  readonly sha256: string;
  readonly bytes: number;
  /** When the file says it was made, as ISO 8601; the camera writes it as it shoots. */
  readonly takenAt: string;
};

/** The same with its bytes, between the shutter and the store. */
export type TakenPhoto = PhonePhoto & { readonly content: Blob };

/** px of the longer side; enough to read a plate, small enough for a slow line. */
const longestSide = 1600;
const quality = 0.82;

/** @throws NotAPhoto when the browser cannot read the file as a picture */
export async function preparePhoto(file: File): Promise<TakenPhoto> {
  const content = await shrunk(file);
  const bytes = new Uint8Array(await content.arrayBuffer());
  return { id: newId(), sha256: await sha256(bytes), bytes: content.size, content, takenAt: new Date(file.lastModified).toISOString() };
}

export class NotAPhoto extends Error {
  override readonly name = 'NotAPhoto';
}

/** Drawn anew as JPEG, upright, without what the camera wrote beside the picture. */
async function shrunk(file: File): Promise<Blob> {
  const picture = await pictureOf(file);
  const share = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * share));
  canvas.height = Math.max(1, Math.round(picture.height * share));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new NotAPhoto('the canvas gave nothing')) : resolve(blob)), 'image/jpeg', quality);
  });
}

async function pictureOf(file: File): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch (error) {
    throw new NotAPhoto('not readable as a picture', { cause: error });
  }
}
