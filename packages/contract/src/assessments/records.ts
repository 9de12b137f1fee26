import { factTableNames } from '@changming/domain/assessments';
import { id, keysetCursor, pageLimit, queryFlag } from '@changming/domain/kernel';
import { z } from 'zod';

import { json, refused, route } from '../route.ts';

const guarded = { 401: refused, 403: refused, 404: refused, 422: refused } as const;

const ofNumber = z.strictObject({ runId: id, unitId: id, indicator: z.string().max(40) });
const ofSide = {
  side: z.enum(['numerator', 'denominator']).default('denominator'),
  /** One measure instead of a side: what an act would be done on. */
  measure: z.string().max(40).optional(),
} as const;

/** How many the run counted. */
const counted = z.int();
const check = {
  /** How many there are now, wherever they lie, and how many of those the caller may see. */
  found: z.int(),
  visible: z.int(),
  /** Whether they are still the very records that were counted, those that the caller does not see among them. */
  unchanged: z.boolean(),
} as const;

export const listRecords = route({
  method: 'get',
  path: '/assessments/runs/{runId}/results/{unitId}/{indicator}/records',
  tags: ['assessments'],
  summary: '分子或分母里的每一条记录，按当时所知，一页一页；check=false 只取这一页，不同时核对',
  access: 'assessments.read',
  request: {
    params: ofNumber,
    query: z.strictObject({
      ...ofSide,
      /** All records are found anew for every answer, to be compared with the receipt; `false` leaves that to `records/check`. */
      check: queryFlag.default(true),
      /** By unit and id. */
      after: keysetCursor([id, id]).optional(),
      limit: pageLimit,
    }),
  },
  responses: {
    200: json(
      '记录',
      z.object({
        items: z.array(
          z.object({
            id,
            table: z.enum(factTableNames),
            /** What the record is about: the hazard of a look-back, the piece of a look-over, the point or unit of an area, otherwise itself. */
            subjectId: id,
            /** Null for what is no single hazard. */
            hazardId: id.nullable(),
            number: z.string().nullable(),
            text: z.string().nullable(),
            place: z.string().nullable(),
            unitId: id,
            unit: z.string(),
            /** As they were known to the run. */
            facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
          }),
        ),
        next: z.string().nullable(),
        counted,
        /** Left out, as are the next two, with `check=false` alone. */
        found: check.found.optional(),
        visible: check.visible.optional(),
        unchanged: check.unchanged.optional(),
      }),
    ),
    ...guarded,
  },
});

export const checkRecords = route({
  method: 'get',
  path: '/assessments/runs/{runId}/results/{unitId}/{indicator}/records/check',
  tags: ['assessments'],
  summary: '把分子或分母的记录全部重新找出，与凭据的条数和指纹核对',
  access: 'assessments.read',
  request: { params: ofNumber, query: z.strictObject(ofSide) },
  responses: { 200: json('核对', z.object({ counted, ...check })), ...guarded },
});

export const countPlanGaps = route({
  method: 'get',
  path: '/assessments/runs/{runId}/results/{unitId}/{indicator}/records/plan-gaps',
  tags: ['assessments'],
  summary: '分子或分母的全部记录里，五落实不全的重大隐患有几项',
  access: 'assessments.read',
  request: { params: ofNumber, query: z.strictObject(ofSide) },
  responses: { 200: json('几项', z.object({ count: z.int() })), ...guarded },
});
