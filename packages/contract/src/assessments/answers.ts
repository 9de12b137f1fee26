import { appealStages } from '@changming/domain/assessments';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { body, json, refused, route } from '../route.ts';

const guarded = { 401: refused, 403: refused, 404: refused, 422: refused } as const;

export const appealShape = z
  .object({
    id,
    unitId: id,
    unit: z.string(),
    /** Null: the whole result. */
    indicator: z.string().nullable(),
    reason: z.string(),
    stage: z.enum(appealStages),
    by: z.string().nullable(),
    at: z.iso.datetime(),
    answer: z.string().nullable(),
    /** Why the caller may not answer it now: the code of the refusal, or null. */
    objection: z.string().nullable(),
  })
  .meta({ id: 'AssessmentAppeal' });
export type AssessmentAppeal = z.infer<typeof appealShape>;

const ofResult = z.strictObject({ runId: id, unitId: id });

export const confirmResult = route({
  method: 'post',
  path: '/assessments/runs/{runId}/results/{unitId}/confirmation',
  tags: ['assessments'],
  summary: '单位负责人确认本单位的结果',
  access: 'assessments.confirm',
  request: { params: ofResult },
  responses: { 200: json('已确认', z.object({ unconfirmed: z.int() })), 409: refused, ...guarded },
});

export const lodgeAppeal = route({
  method: 'post',
  path: '/assessments/runs/{runId}/results/{unitId}/appeals',
  tags: ['assessments'],
  summary: '单位对结果或其中一个指标提出申诉',
  access: 'assessments.confirm',
  request: {
    params: ofResult,
    body: body(z.strictObject({ indicator: z.string().max(40).nullable().default(null), reason: z.string().min(1).max(2000) })),
  },
  responses: { 201: json('已提出', z.object({ id })), 409: refused, ...guarded },
});

export const answerAppeal = route({
  method: 'post',
  path: '/assessments/appeals/{appealId}/answer',
  tags: ['assessments'],
  summary: '裁定申诉：成立或不成立',
  access: 'assessments.publish',
  request: {
    params: z.strictObject({ appealId: id }),
    body: body(z.strictObject({ upheld: z.boolean(), reason: z.string().min(1).max(2000) })),
  },
  responses: { 200: json('已裁定', z.object({ stage: z.enum(appealStages) })), 409: refused, ...guarded },
});
