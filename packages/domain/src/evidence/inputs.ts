import { z } from 'zod';

import { id } from '../kernel/index.ts';

/** Bytes of one photo at most: 15 MB. */
export const largestPhoto = 15 * 1024 * 1024;
/** Bytes of one piece at most, when a photo is sent in pieces: 1 MB. */
export const largestChunk = 1024 * 1024;
/** Pixels of one photo at most; a phone's largest are some 50 million. */
export const mostPixels = 64_000_000;

export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PhotoType = (typeof photoTypes)[number];

/** 缩略图, the view of a page, and the full size for download; none of them carries what the camera wrote into the original. */
export const photoSizes = ['thumb', 'view', 'original'] as const;
export type PhotoSize = (typeof photoSizes)[number];

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, { message: '照片校验值应为 64 位十六进制' });

/** What a phone says of a photo before it sends it. Time and place are what the camera wrote, read before any recompression. */
export const declareEvidenceInput = z.strictObject({
  id,
  sha256,
  bytes: z.int().min(1).max(largestPhoto, { message: '单张照片不能超过 15 MB' }),
  mime: z.enum(photoTypes),
  /** The record it belongs to. */
  subject: id.optional(),
  /** The unit of that record; the unit of the uploader when absent. */
  unitId: id.optional(),
  takenAt: z.iso.datetime({ offset: true }).optional(),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
});
export type DeclareEvidence = z.output<typeof declareEvidenceInput>;
