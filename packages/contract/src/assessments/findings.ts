import { findingInput, findingKinds, findingStages } from '@changming/domain/assessments';
import { day, id, keysetCursor, pageLimit } from '@changming/domain/kernel';
import { z } from 'zod';

import { body, json, refused, route } from '../route.ts';

const guarded = { 401: refused, 403: refused, 404: refused, 422: refused } as const;

export const listFindings = route({
  method: 'get',
  path: '/assessments/findings',
  tags: ['assessments'],
  summary: '加分、扣分、一票否决、给分与更正',
  access: 'assessments.read',
  request: {
    query: z.strictObject({
      unitId: id.optional(),
      scheme: z.string().max(40).optional(),
      stage: z.enum(findingStages).optional(),
      kind: z.enum(findingKinds).optional(),
      after: keysetCursor([day, id]).optional(),
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
            unitId: id,
            unit: z.string(),
            schemeCode: z.string(),
            period: z.string().nullable(),
            kind: z.enum(findingKinds),
            rule: z.string(),
            matter: z.string().nullable(),
            points: z.string().nullable(),
            outOf: z.string().nullable(),
            on: z.iso.date(),
            reason: z.string(),
            stage: z.enum(findingStages),
            proposedBy: z.string().nullable(),
            decidedBy: z.string().nullable(),
            decidedOn: z.iso.date().nullable(),
            /** Why the caller may not decide on it now: the code of the refusal, or null. */
            objection: z.string().nullable(),
          }),
        ),
        next: z.string().nullable(),
      }),
    ),
    ...guarded,
  },
});

export const proposeFinding = route({
  method: 'post',
  path: '/assessments/findings',
  tags: ['assessments'],
  summary: '登记加分、扣分、一票否决、给分或更正，须由另一人核准后才计入',
  access: 'assessments.run',
  request: {
    body: body(findingInput),
  },
  responses: { 201: json('已登记', z.object({ id })), 409: refused, ...guarded },
});

export const decideFinding = route({
  method: 'post',
  path: '/assessments/findings/{findingId}/decision',
  tags: ['assessments'],
  summary: '核准或驳回；登记人自己不能核准',
  access: 'assessments.publish',
  request: { params: z.strictObject({ findingId: id }), body: body(z.strictObject({ approved: z.boolean() })) },
  responses: { 200: json('已处理', z.object({ stage: z.enum(findingStages) })), 409: refused, ...guarded },
});
