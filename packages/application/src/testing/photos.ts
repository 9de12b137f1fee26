import { createHash, randomUUID } from 'node:crypto';

import sharp from 'sharp';

/** A JPEG of one colour with a little noise of its own: two calls with different `seed` are different photos. */
export async function givenJpeg({
  seed = 1,
  width = 640,
  height = 480,
  exif,
}: {
  seed?: number;
  width?: number;
  height?: number;
  exif?: object;
} = {}) {
  const background = { r: (seed * 53) % 256, g: (seed * 97) % 256, b: (seed * 151) % 256 };
  const picture = sharp({ create: { width, height, channels: 3, background } });
  const content = await (exif === undefined ? picture : picture.withExif(exif)).jpeg().toBuffer();
  return new Uint8Array(content);
}

export function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** What a phone declares of it. */
export function declarationOf(content: Uint8Array, over: { subject?: string; unitId?: string } = {}) {
  return { id: randomUUID(), sha256: hashOf(content), bytes: content.byteLength, mime: 'image/jpeg' as const, ...over };
}
