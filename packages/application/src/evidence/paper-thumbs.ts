import sharp from 'sharp';

import { type Files, keyOfFile } from '../files.ts';
import { atMost } from './at-most.ts';

/** A picture as Word and Excel of any age can show it: a small JPEG, with its size in pixels. */
export type PaperThumb = { readonly jpeg: Uint8Array; readonly width: number; readonly height: number };

const side = 240;
const oneOfTwo = atMost(2);

/**
 * The thumbnails of photos whose hashes stand on records that the caller has been shown; nobody else may ask for them. A file that the
 * store no longer has is left out.
 */
export async function thumbsForPaper(files: Files, hashes: readonly string[]): Promise<ReadonlyMap<string, PaperThumb>> {
  const made = await Promise.all(
    [...new Set(hashes)].map((sha256) => oneOfTwo(async () => [sha256, await thumbOf(files, sha256)] as const)),
  );
  return new Map(made.flatMap(([sha256, thumb]) => (thumb === null ? [] : [[sha256, thumb]])));
}

async function thumbOf(files: Files, sha256: string): Promise<PaperThumb | null> {
  const webp = await files.get(keyOfFile('thumbs', sha256));
  if (webp === null) return null;
  const { data, info } = await sharp(webp)
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 78 })
    .toBuffer({ resolveWithObject: true });
  return { jpeg: data, width: info.width, height: info.height };
}
