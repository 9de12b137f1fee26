import { z } from 'zod';

import { day, id, keysetCursor, pageLimit, queryFlag, queryList, text } from '../kernel/index.ts';
import { pointKinds } from './kinds.ts';
import { readPlateCode } from './plate-code.ts';

/** A code as typed or scanned. */
export const plateCodeInput = text(40).transform(readPlateCode);

const kept = { keeperId: id, from: day } as const;

export const createPointInput = z.strictObject({
  id: id.optional(),
  unitId: id,
  name: text(80),
  kind: z.enum(pointKinds).default('other'),
  keeper: z.strictObject(kept).optional(),
});
export const editPointInput = z.strictObject({ pointId: id, version: z.int(), name: text(80), kind: z.enum(pointKinds) });
export const closePointInput = z.strictObject({ pointId: id, reason: text(200) });
export const keepPointInput = z.strictObject({ pointId: id, ...kept });

export const pointFilter = z.strictObject({
  unitId: id.optional(),
  withBelow: queryFlag.default(true),
  kind: queryList(z.enum(pointKinds)).optional(),
  closed: queryFlag.optional(),
  withoutKeeper: queryFlag.optional(),
  q: text(40).optional(),
  after: keysetCursor([text(80), id]).optional(),
  limit: pageLimit,
});
export type PointFilter = z.output<typeof pointFilter>;

/** Which plates to print: the points that the conditions name, or some of them one by one. */
export const plateFilter = pointFilter.omit({ after: true, limit: true, closed: true }).extend({ id: queryList(id).optional() });
export type PlateFilter = z.output<typeof plateFilter>;

/** As many plates as one file holds: fifty pages. */
export const mostPlates = 500;
