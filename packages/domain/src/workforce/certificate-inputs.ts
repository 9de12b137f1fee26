import { z } from 'zod';

import { day, id, keysetCursor, pageLimit, queryFlag, text } from '../kernel/index.ts';
import { certificateKinds, certificateStandings } from './certificates.ts';
import { certificateItem } from './gate-inputs.ts';
import { posts } from './post.ts';

/** 证书编号, as printed; capitals without blanks. */
const certificateNo = z
  .string()
  .max(60)
  .transform((typed) => typed.normalize('NFKC').replace(/\s/g, '').toUpperCase())
  .refine((no) => /^[\p{L}\d()/.-]{4,40}$/u.test(no), { message: '证书编号为 4–40 位' });

/** 发证机关, as printed. */
const issuer = text(60).nullable();

/** A day that is not given follows from the rules; an end that is null is 长期. */
const terms = { issuedOn: day, validUntil: day.nullable().optional(), reviewDueOn: day.nullable().optional() } as const;

export const recordCertificateInput = z.strictObject({
  id: id.optional(),
  personId: id,
  item: certificateItem,
  no: certificateNo.nullable().default(null),
  issuer: issuer.default(null),
  ...terms,
  /** 连续从业满十年: reviewed with the renewal alone. */
  longService: z.boolean().default(false),
  photoId: id.nullable().default(null),
});
export const reviewCertificateInput = z.strictObject({ certificateId: id, doneOn: day, photoId: id.nullable().default(null) });
export const renewCertificateInput = z.strictObject({
  id: id.optional(),
  certificateId: id,
  no: certificateNo.optional(),
  /** Not given: the one of before. */
  issuer: issuer.optional(),
  ...terms,
  longService: z.boolean().default(false),
  photoId: id.nullable().default(null),
});
/** What was entered wrongly, as it ought to have been entered. A number that is not given stays; null: it has none. */
export const correctCertificateInput = z.strictObject({
  certificateId: id,
  version: z.int(),
  reason: text(200),
  item: certificateItem,
  no: certificateNo.nullable().optional(),
  issuer,
  issuedOn: day,
  validUntil: day.nullable(),
  reviewDueOn: day.nullable(),
  reviewDoneOn: day.nullable(),
  longService: z.boolean().default(false),
});
/** Null takes the photo away. */
export const certificatePhotoInput = z.strictObject({ certificateId: id, evidenceId: id.nullable() });
/** Without a day: today. */
export const revokeCertificateInput = z.strictObject({ certificateId: id, on: day.optional(), reason: text(200) });

export const certificateFilter = z.strictObject({
  unitId: id.optional(),
  /** Part of the name, pinyin initials or 工号. */
  q: text(40).optional(),
  kind: z.enum(certificateKinds).optional(),
  item: certificateItem.optional(),
  standing: z.enum(certificateStandings).optional(),
  /** 到期清单: what is due soon or overdue. */
  due: queryFlag.optional(),
  after: keysetCursor([day, id]).optional(),
  limit: pageLimit,
});
export type CertificateFilter = z.output<typeof certificateFilter>;

export const assignCertifiedInput = z.strictObject({
  id: id.optional(),
  personId: id,
  unitId: id,
  item: certificateItem,
  from: day,
  to: day.nullable().default(null),
  override: z.strictObject({ reason: text(200), until: day.nullable().default(null) }).optional(),
});
export const endCertifiedInput = z.strictObject({ certifiedPostId: id, on: day.optional(), reason: text(200) });

export const certifiedFilter = z.strictObject({
  unitId: id.optional(),
  item: certificateItem.optional(),
  blocked: queryFlag.optional(),
  after: keysetCursor([z.coerce.number().int(), certificateItem, id]).optional(),
  limit: pageLimit,
});
export type CertifiedFilter = z.output<typeof certifiedFilter>;

/** 谁能上岗: for a certified post its item, else the post. */
export const candidateFilter = z.strictObject({
  unitId: id,
  post: z.enum(posts).default('staff'),
  certifiedPost: certificateItem.optional(),
  q: text(40).optional(),
  on: day.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type CandidateFilter = z.output<typeof candidateFilter>;

export const setBodiesInput = z.strictObject({ unitId: id, organisationOn: day.nullable(), committeeOn: day.nullable() });
export const setPartTimeInput = z.strictObject({ appointmentId: id, partTime: z.boolean() });
export const staffingFilter = z.strictObject({ unitId: id.optional(), failing: queryFlag.optional() });
export const poolFilter = z.strictObject({ unitId: id.optional(), limit: pageLimit });
