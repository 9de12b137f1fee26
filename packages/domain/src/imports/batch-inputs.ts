import { z } from 'zod';

import { day, id, keysetCursor, pageLimit, text } from '../kernel/index.ts';

export const importKinds = ['units', 'workforce'] as const;

export const declareImportInput = z.strictObject({
  id: id.optional(),
  kind: z.enum(importKinds),
  /** The unit below which everything of the file lies. */
  unitId: id,
  fileName: text(200),
  /** From which day new units exist; today when left out. */
  effectiveOn: day.optional(),
});

export const importsFilter = z.strictObject({ after: keysetCursor([z.iso.datetime(), id]).optional(), limit: pageLimit });

export const importRowsFilter = z.strictObject({
  verdict: z.enum(['ready', 'ask', 'wrong', 'skip']).optional(),
  after: keysetCursor([z.coerce.number().int().min(0)]).optional(),
  limit: pageLimit,
});
