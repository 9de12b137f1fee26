import { z } from 'zod';

import { day, id, keysetCursor, pageLimit, queryFlag, queryList, text } from '../kernel/index.ts';
import { changeKinds, dedicatedCauses } from './dedicated.ts';

/** 四新登记; without hours as many as the rules ask for. */
export const registerChangeInput = z.strictObject({
  id: id.optional(),
  unitId: id,
  kind: z.enum(changeKinds),
  title: text(80),
  note: text(500).nullable().default(null),
  from: day,
  classHours: z.number().positive().max(200).multipleOf(0.5).optional(),
});

export const withdrawChangeInput = z.strictObject({ changeId: id, reason: text(200) });

export const changeFilter = z.strictObject({
  unitId: id.optional(),
  withBelow: queryFlag.default(true),
  withdrawn: queryFlag.default(false),
  after: keysetCursor([day, id]).optional(),
  limit: pageLimit,
});

export const dedicatedFilter = z.strictObject({
  unitId: id.optional(),
  withBelow: queryFlag.default(true),
  cause: queryList(z.enum(dedicatedCauses)).optional(),
  aboutId: id.optional(),
  open: queryFlag.default(true),
  after: keysetCursor([day, id]).optional(),
  limit: pageLimit,
});
