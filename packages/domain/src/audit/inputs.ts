import { z } from 'zod';

import { day, id, instant, keysetCursor, pageLimit, text } from '../kernel/index.ts';

/** A verb of the trail, `hazards.accept`; or a context, `hazards`, for all of its verbs. */
const verb = z
  .string()
  .max(60)
  .regex(/^[a-z]+(\.[a-zA-Z]+)?$/, { message: '请填写动作或模块的代码' });

/** Latest first; the cursor is the instant and id of the last row shown. */
export const trailFilter = z.strictObject({
  personId: id.optional(),
  /** Whoever did it, by part of the name, pinyin initials, 工号 or login. */
  who: text(40).optional(),
  verb: verb.optional(),
  subjectId: id.optional(),
  unitId: id.optional(),
  from: day.optional(),
  /** The last day that is shown. */
  to: day.optional(),
  after: keysetCursor([instant, id]).optional(),
  limit: pageLimit,
});

export const recordTrailFilter = z.strictObject({ after: keysetCursor([instant, id]).optional(), limit: pageLimit });
