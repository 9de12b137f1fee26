import { z } from 'zod';

import { day, id, text } from '../kernel/index.ts';
import { lookBackResults } from './look-back.ts';
import { hazardText, photoHashes } from './report-input.ts';
import { decideInput } from './step-inputs.ts';
import { supervisionLevels } from './supervision.ts';

/** 失效的管控措施 */
export const failedMeasureInput = z.strictObject({ hazardId: id, measureId: id });

/** The row of a ledger of which something was said, and why that is taken back. */
export const takeBackInput = z.strictObject({
  batchId: id,
  sheet: z.string().min(1).max(64),
  row: z.int().min(1).max(1_048_576),
  reason: text(200),
});

/** 挂牌督办 */
export const listingInput = z.strictObject({
  level: z.enum(supervisionLevels).default('group'),
  issuer: text(200),
  mainPersonId: id,
  requirements: hazardText,
  dueOn: day,
  everyDays: z.number().int().min(1).max(31).optional(),
});
export const progressInput = z.strictObject({ text: hazardText, photos: photoHashes.default([]) });
export const delistingInput = z.strictObject({ reason: hazardText });
export const decideDelistingInput = decideInput;

export const assignInspectorInput = z.strictObject({ inspectorId: id });

/** 回头看结论: a photo either way, for a hazard that held is shown too. */
export const concludeLookBackInput = z.strictObject({
  result: z.enum(lookBackResults),
  photos: photoHashes.min(1),
  note: hazardText.optional(),
});
