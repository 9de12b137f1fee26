import { z } from 'zod';

import { day, id, keysetCursor, pageLimit, queryFlag, text } from '../kernel/index.ts';

export const importKinds = ['units', 'workforce', 'points', 'hazards', 'specialEquipment', 'fireEquipment', 'risks', 'training'] as const;

export const declareImportInput = z.strictObject({
  id: id.optional(),
  kind: z.enum(importKinds),
  /** The unit below which everything of the file lies. */
  unitId: id,
  fileName: text(200),
  /** From which day new units exist, and from which an opening table of points tells; today when left out. */
  effectiveOn: day.optional(),
  /** 期初: headquarters marks a table of points as one of the time before the go-live. Other ledgers are so, or not, by their kind. */
  opening: z.boolean().optional(),
});

/** What may come in with the days of its own, if headquarters marks it so. */
export function mayBeOpening(kind: (typeof importKinds)[number]): boolean {
  return kind === 'points';
}

/** Why a batch came to nothing: a refusal by its code, to be told in the reader's language. */
export const importFailure = z.strictObject({
  code: z.string().max(60),
  facts: z.record(z.string().max(40), z.union([z.string().max(400), z.number()])),
});
export type ImportFailure = z.output<typeof importFailure>;

export const importsFilter = z.strictObject({
  /** Only those in which rows wait for the reader to confirm them. */
  awaiting: queryFlag.optional(),
  after: keysetCursor([z.iso.datetime(), id]).optional(),
  limit: pageLimit,
});

export const importRowsFilter = z.strictObject({
  verdict: z.enum(['ready', 'ask', 'wrong', 'skip']).optional(),
  after: keysetCursor([z.coerce.number().int().min(0)]).optional(),
  limit: pageLimit,
});

/** Questions, problems, or (`ready`) proposals that are the same but for their place: one answer settles them all. */
export const importGroupsFilter = z.strictObject({
  verdict: z.enum(['ask', 'wrong', 'ready']),
  after: keysetCursor([z.coerce.number().int().min(1), z.coerce.number().int().min(0), z.string().length(32)]).optional(),
  limit: pageLimit,
});

export const importRecordsFilter = z.strictObject({ after: keysetCursor([id]).optional(), limit: pageLimit });
