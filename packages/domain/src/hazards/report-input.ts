import { z } from 'zod';

import { id, plainSigns, text } from '../kernel/index.ts';
import { hazardCategories } from './categories.ts';
import { factorCodes } from './factors.ts';
import { keyAreas } from './key-areas.ts';
import { hazardLevels } from './levels.ts';
import { hazardKinds, hazardSources } from './sources.ts';

/** Longest text a person may type into one field of a hazard, in characters. */
export const longestText = 2000;
/** Photos one step may declare. */
export const mostPhotos = 20;

export const hazardId = id;
/** Made on the phone, so that sending twice is sending once. */
export const newHazardId = z.uuidv7();
export const hazardText = text(longestText);
export const hazardLevel = z.enum(hazardLevels);
export const hazardCategory = z.enum(hazardCategories);
export const hazardKeyArea = z.enum(keyAreas);
export const hazardFactor = z.enum(factorCodes);
export const hazardSource = z.enum(hazardSources);
export const hazardKind = z.enum(hazardKinds);

/** SHA-256 of the original photo, declared before it is sent; the record is complete when every one has arrived. */
export const photoHash = z.string().regex(/^[0-9a-f]{64}$/, { message: '照片校验值应为 64 位十六进制' });
export const photoHashes = z
  .array(photoHash)
  .max(mostPhotos)
  .refine((hashes) => new Set(hashes).size === hashes.length, { message: '同一张照片不能重复' });

const somePhotos = photoHashes.refine((hashes) => hashes.length > 0, { message: '请至少拍一张照片' });

/** An instant with its offset, as the phone's clock says. */
export const instant = z.iso.datetime({ offset: true }).transform((written) => new Date(written));

/** 立行立改 within the report: what was done, and the photos after. */
export const onTheSpotInput = z.strictObject({ measures: hazardText, photos: somePhotos });

/** 整改前照片 that the report did not bring: taken by whoever rectifies, or why nobody could take one. */
export const beforeInput = { before: photoHashes.optional(), beforeLack: hazardText.optional() } as const;

const seen = {
  id: newHazardId,
  category: hazardCategory,
  text: hazardText.optional(),
  photos: somePhotos,
  foundAt: instant,
  onTheSpot: onTheSpotInput.optional(),
};

const pointCode = text(40);

/** A report by somebody signed in: by the plate of a point, or by a unit; whichever is given decides the place. */
export const reportInput = z
  .strictObject({
    ...seen,
    unitId: id.optional(),
    pointCode: pointCode.optional(),
    place: text(200).optional(),
    source: hazardSource.default('employeeReport'),
    checkItemId: text(40).optional(),
  })
  .refine(({ unitId, pointCode: plate }) => unitId !== undefined || plate !== undefined, {
    message: '请扫描点位铭牌或选择单位',
    path: ['unitId'],
  });
export type ReportInput = z.output<typeof reportInput>;

/** 查询码: 128 bits. Made on the phone with the report, it proves that a report sent again is the same one; the house keeps its hash. */
export const claim = z.string().regex(/^([A-HJKMNP-TV-Z2-9]{27}|[\w-]{22})$/, { message: '查询码不正确' });

/** Whether what was typed can be a code at all. */
export function isClaim(typed: string): boolean {
  return claim.safeParse(claimOf(typed)).success;
}

/** A new one, in signs that are not taken for one another; codes of earlier times, with all letters, still open. */
export function newClaim(random: Uint8Array): string {
  return plainSigns(random, claimLength);
}

/** 128 bits in thirty signs. */
const claimLength = 27;

/** A code as it was typed, spaces, small letters and all; one of earlier times is left as it is. */
export function claimOf(typed: string): string {
  const bare = typed.replaceAll(/\s/g, '');
  const plain = bare.replaceAll('-', '').toUpperCase();
  return plain.length === claimLength ? plain : bare;
}

/** A report by the public door of a plate: no session, no person, and no way to say another unit than the plate's. */
export const anonymousReportInput = z.strictObject({
  id: newHazardId,
  pointCode,
  category: hazardCategory,
  text: hazardText.optional(),
  photos: photoHashes,
  foundAt: instant,
  claimCode: claim.optional(),
});
export type AnonymousReportInput = z.output<typeof anonymousReportInput>;
