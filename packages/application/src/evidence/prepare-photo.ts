import { createHash } from 'node:crypto';

import { disguiseIn, mostPixels, type Place, type PhotoType, photoTypes, placeOf, takenAtOf } from '@changming/domain/evidence';
import { refuse } from '@changming/domain/kernel';
import exifr from 'exifr';
import { fileTypeFromBuffer } from 'file-type';
import sharp, { type Metadata, type OutputInfo } from 'sharp';

import { atMost } from './at-most.ts';

sharp.cache(false);
sharp.concurrency(1);

export type Declared = { readonly sha256: string; readonly bytes: number };

/** A photo as it may be served: decoded and written anew, without anything the camera or a stranger put beside the picture. */
export type Prepared = {
  readonly thumb: Buffer;
  readonly view: Buffer;
  readonly full: Buffer;
  readonly width: number;
  readonly height: number;
  readonly takenAt: Date | null;
  readonly place: Place | null;
};

/** Two pictures are decoded at a time; a hundred sent at once wait their turn instead of filling the memory. */
const oneOfTwo = atMost(2);

/**
 * Refuses by `invalid` what is not exactly the photo that was declared: another size or hash, no JPEG, PNG or WebP by its content,
 * something else in disguise, too many pixels, or not decodable to its end.
 */
export async function preparePhoto(content: Uint8Array, declared: Declared): Promise<Prepared> {
  if (content.byteLength !== declared.bytes) refuse('invalid', 'evidence.size_differs', { bytes: content.byteLength });
  if (createHash('sha256').update(content).digest('hex') !== declared.sha256) refuse('invalid', 'evidence.hash_differs');
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const type = await fileTypeFromBuffer(bytes);
  if (type === undefined || !isPhoto(type.mime)) refuse('invalid', 'evidence.not_a_photo');
  if (disguiseIn(bytes.toString('latin1')) !== null) refuse('invalid', 'evidence.disguised');
  return oneOfTwo(() => rendered(bytes));
}

async function rendered(bytes: Buffer): Promise<Prepared> {
  const { width, height } = await headOf(bytes);
  if (width * height > mostPixels) refuse('invalid', 'evidence.too_many_pixels', { width, height });
  try {
    const seen = await picture(bytes)
      .resize({ width: 1600, height: 1600, fit: 'inside', withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const full = await (isWhole(seen.info, { width, height }) ? again(seen) : picture(bytes))
      .jpeg({ quality: 90 })
      .toBuffer({ resolveWithObject: true });
    const view = await again(seen).webp({ quality: 80, effort: 2 }).toBuffer();
    const thumb = await again(seen)
      .resize({ width: 320, height: 320, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 70, effort: 2 })
      .toBuffer();
    return { full: full.data, view, thumb, width: full.info.width, height: full.info.height, ...(await written(bytes)) };
  } catch {
    return refuse('invalid', 'evidence.unreadable');
  }
}

type Size = Pick<Metadata, 'width' | 'height'>;
type Seen = { readonly data: Buffer; readonly info: OutputInfo };

/** Nothing was lost when it was made to fit; it may have been turned. */
function isWhole(seen: Size, head: Size): boolean {
  return seen.width * seen.height === head.width * head.height;
}

/** What was decoded once serves for each of the pictures: to decode takes longer than to write. */
function again({ data, info: { width, height, channels } }: Seen) {
  return sharp(data, { raw: { width, height, channels } });
}

function picture(bytes: Buffer) {
  return sharp(bytes, { limitInputPixels: mostPixels, failOn: 'truncated', pages: 1 }).rotate().flatten({ background: '#ffffff' });
}

async function headOf(bytes: Buffer): Promise<Size> {
  return sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => refuse('invalid', 'evidence.unreadable'));
}

/** What the camera wrote. A broken EXIF block says nothing and spoils nothing. */
async function written(bytes: Buffer): Promise<Pick<Prepared, 'takenAt' | 'place'>> {
  const tags: unknown = await exifr.parse(bytes, { reviveValues: false, gps: true, exif: true, ifd0: {} }).catch(() => null);
  const { DateTimeOriginal, OffsetTimeOriginal, latitude, longitude } = (tags ?? {}) as Record<string, unknown>;
  return { takenAt: takenAtOf(DateTimeOriginal, OffsetTimeOriginal), place: placeOf(latitude, longitude) };
}

function isPhoto(mime: string): mime is PhotoType {
  return (photoTypes as readonly string[]).includes(mime);
}
