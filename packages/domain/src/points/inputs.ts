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
