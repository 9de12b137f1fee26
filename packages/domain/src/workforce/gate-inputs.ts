import { z } from 'zod';

import { day, id, keysetCursor, pageLimit, text } from '../kernel/index.ts';
import { posts } from './post.ts';

/** 放行: why, and the last day; without a day as long as the rule allows. */
export const overrideInput = z.strictObject({ reason: text(200), until: day.nullable().default(null) });

/** An item of a certificate, `1.2` or `N1`. */
export const certificateItem = z.string().regex(/^(?:[A-Z]{1,2}\d{0,2}|\d{1,2}(?:\.\d{1,2})?)$/);

export const liftGateInput = z.strictObject({
  id: id.optional(),
  personId: id,
  unitId: id,
  post: z.enum(posts).default('staff'),
  certifiedPost: certificateItem.nullable().default(null),
  from: day,
  ...overrideInput.shape,
});

/** A term with `from` (open without `to`), or else the one day `on`, which is today where nothing is said. */
export const gateFilter = z.strictObject({
  personId: id,
  unitId: id,
  post: z.enum(posts).default('staff'),
  certifiedPost: certificateItem.optional(),
  on: day.optional(),
  from: day.optional(),
  to: day.optional(),
});

export const overrideFilter = z.strictObject({
  unitId: id.optional(),
  after: keysetCursor([day, id]).optional(),
  limit: pageLimit,
});
