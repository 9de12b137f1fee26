import { z } from 'zod';

import { day, id, keysetCursor, pageLimit, text } from '../kernel/index.ts';

export const createAssessmentInput = z.strictObject({
  /** Made by whoever enters it, so that sending it twice creates it once. */
  id: id.optional(),
  unitId: id,
  name: text(60),
  on: day,
});

export const assessmentsFilter = z.strictObject({
  after: keysetCursor([day, id]).optional(),
  limit: pageLimit,
});
