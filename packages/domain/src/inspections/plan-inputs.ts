import { z } from 'zod';

import { id, keysetCursor, pageLimit, queryFlag, queryList, text } from '../kernel/index.ts';
import { pointKinds } from '../points/index.ts';
import { posts } from '../workforce/index.ts';
import { cadence } from './cadence.ts';
import { roundKinds } from './checklist.ts';
import { nearDay } from './near-day.ts';

/** As many points as a plan may name one by one; more are named by their kinds. */
export const mostListedPoints = 500;
/** Three days: what is later is another day's work. */
export const longestGrace = 3 * 24 * 60;

/** 点位范围: the unit itself without a point, points one by one, or all points of the branch (of some kinds), those of later days too. */
export const planPoints = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('unit') }),
  z.strictObject({ of: z.literal('listed'), pointIds: z.array(id).min(1).max(mostListedPoints) }),
  z.strictObject({ of: z.literal('branch'), kinds: z.array(z.enum(pointKinds)).max(pointKinds.length).default([]) }),
]);
export type PlanPoints = z.output<typeof planPoints>;

/** 检查人: a post of the place (the keeper of the point, the nearest holder upwards) or one person. */
export const planDoer = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('post'), post: z.enum(posts) }),
  z.strictObject({ by: z.literal('person'), personId: id }),
]);
export type PlanDoer = z.output<typeof planDoer>;

const said = {
  name: text(60),
  points: planPoints,
  cadence,
  restDays: z.enum(['skip', 'keep']).default('keep'),
  graceMinutes: z.int().min(0).max(longestGrace).default(0),
  doer: planDoer,
  /** 频次不足 and saved all the same: why. */
  insist: text(200).optional(),
};

export const createPlanInput = z.strictObject({
  id: id.optional(),
  unitId: id,
  checklistId: id,
  ...said,
  from: nearDay,
  /** The first day on which nothing is owed any more. */
  until: nearDay.nullable().default(null),
});
export type CreatePlan = z.output<typeof createPlanInput>;

/** What is changed holds for what is made from now on; occurrences that stand already stay as they are. */
export const editPlanInput = z.strictObject({ planId: id, version: z.int(), ...said, until: nearDay.nullable().default(null) });
export type EditPlan = z.output<typeof editPlanInput>;

export const endPlanInput = z.strictObject({ planId: id, version: z.int(), until: nearDay, reason: text(200) });

export const shortfallFilter = z.strictObject({ unitId: id.optional(), withBelow: queryFlag.default(true) });

export const planFilter = z.strictObject({
  unitId: id.optional(),
  withBelow: queryFlag.default(true),
  kind: queryList(z.enum(roundKinds)).optional(),
  checklistId: id.optional(),
  ended: queryFlag.optional(),
  q: text(40).optional(),
  after: keysetCursor([text(60), id]).optional(),
  limit: pageLimit,
});
export type PlanFilter = z.output<typeof planFilter>;
