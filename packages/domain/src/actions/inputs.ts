import { z } from 'zod';

import { day, id, keysetCursor, pageLimit, queryFlag, queryList, text } from '../kernel/index.ts';
import { actionEffects, actionKinds, actionOrigins, actionStates } from './action.ts';

const words = text(1000);
const photoHashes = z.array(z.string().regex(/^[0-9a-f]{64}$/, { message: '照片校验值应为 64 位十六进制' })).max(9);

/** 下达整改措施 that stands by itself; those of a record are opened by its own context. */
export const assignActionInput = z.strictObject({
  /** Made by whoever enters it, so that sending it twice creates it once. */
  id: id.optional(),
  unitId: id,
  kind: z.enum(actionKinds),
  title: text(120),
  detail: words.nullable().default(null),
  ownerId: id,
  verifierId: id.nullable().default(null),
  dueOn: day,
  effectDueOn: day.nullable().default(null),
});

export const submitActionInput = z.strictObject({ result: words, photos: photoHashes.default([]) });
export const sendBackActionInput = z.strictObject({ reason: words });
export const verifyActionInput = z.strictObject({ opinion: words.optional() });
export const cancelActionInput = z.strictObject({ reason: words });
export const reassignActionInput = z.strictObject({ ownerId: id, verifierId: id.nullable(), reason: words });
export const replaceVerifierInput = z.strictObject({ verifierId: id.nullable(), reason: words });
export const assessEffectInput = z.strictObject({ effect: z.enum(actionEffects), note: words });
export const askMoreTimeInput = z.strictObject({ toOn: day, reason: words });
export const decideMoreTimeInput = z.strictObject({ granted: z.boolean(), note: words.optional() });

const conditions = {
  unitId: id.optional(),
  withBelow: queryFlag.optional(),
  state: queryList(z.enum(actionStates)).optional(),
  origin: queryList(z.enum(actionOrigins)).optional(),
  kind: queryList(z.enum(actionKinds)).optional(),
  subjectId: id.optional(),
  ownerId: id.optional(),
  overdue: queryFlag.optional(),
  q: text(60).optional(),
};

export const actionsFilter = z.strictObject({ ...conditions, after: keysetCursor([day, id]).optional(), limit: pageLimit });
export type ActionsFilter = z.output<typeof actionsFilter>;
export type ActionConditions = Omit<ActionsFilter, 'after' | 'limit'>;

export const exportActionsInput = z.strictObject({
  ...conditions,
  withBelow: z.boolean().optional(),
  overdue: z.boolean().optional(),
  state: z.array(z.enum(actionStates)).max(5).optional(),
  origin: z.array(z.enum(actionOrigins)).max(5).optional(),
  kind: z.array(z.enum(actionKinds)).max(5).optional(),
});
