import { hazardCategories, lookBackReasons, lookBackResults } from '@changming/domain/hazards';
import { day, id, keysetCursor, pageLimit, queryFlag } from '@changming/domain/kernel';
import { z } from 'zod';

import { json, refused, route } from '../route.ts';

const guarded = { 401: refused, 403: refused, 404: refused, 422: refused } as const;
const branch = { unitId: id.optional(), withBelow: queryFlag.default(true) } as const;

export const listLookBacks = route({
  method: 'get',
  path: '/look-backs',
  tags: ['hazards'],
  summary: '回头看台账',
  access: 'hazards.read',
  request: {
    query: z.strictObject({
      ...branch,
      state: z.enum(['owed', 'overdue', 'held', 'relapsed', 'all']).default('owed'),
      after: keysetCursor([day, id]).optional(),
      limit: pageLimit,
    }),
  },
  responses: {
    200: json(
      '回头看',
      z.object({
        items: z.array(
          z.object({
            id,
            hazardId: id,
            number: z.string(),
            unit: z.string(),
            category: z.enum(hazardCategories),
            text: z.string().nullable(),
            round: z.int(),
            reason: z.enum(lookBackReasons),
            fromOn: z.iso.date(),
            toOn: z.iso.date(),
            inspectorId: id.nullable(),
            inspector: z.string().nullable(),
            result: z.enum(lookBackResults).nullable(),
            lookedOn: z.iso.date().nullable(),
            note: z.string().nullable(),
            overdue: z.boolean(),
          }),
        ),
        next: z.string().nullable(),
      }),
    ),
    ...guarded,
  },
});

export const listDraws = route({
  method: 'get',
  path: '/look-back-draws',
  tags: ['hazards'],
  summary: '回头看抽查公示：承诺、种子与抽查结果',
  access: 'hazards.read',
  responses: {
    200: json(
      '抽查公示',
      z.object({
        items: z.array(
          z.object({
            month: z.string(),
            commitment: z.string(),
            publishedOn: z.iso.date(),
            seed: z.string().nullable(),
            drawnOn: z.iso.date().nullable(),
            strata: z.array(
              z.object({
                stratum: z.string(),
                closures: z.int(),
                drawn: z.array(id),
                share: z.number().optional(),
                atLeast: z.int().optional(),
              }),
            ),
          }),
        ),
      }),
    ),
    ...guarded,
  },
});

export const readTrueClosure = route({
  method: 'get',
  path: '/true-closure',
  tags: ['hazards'],
  summary: '真实销号率及其区间（期间如 2026-02、2026Q1）',
  access: 'hazards.read',
  request: { query: z.strictObject({ ...branch, period: z.string().max(7) }) },
  responses: {
    200: json(
      '真实销号率',
      z.object({
        period: z.string(),
        closures: z.int(),
        drawn: z.int(),
        looked: z.int(),
        held: z.int(),
        share: z.number().nullable(),
        interval: z.object({ lower: z.number(), upper: z.number() }).nullable(),
      }),
    ),
    ...guarded,
  },
});
