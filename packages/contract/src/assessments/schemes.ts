import { periodKinds, schemeFaults, schemeInput } from '@changming/domain/assessments';
import { day } from '@changming/domain/kernel';
import { z } from 'zod';

import { body, json, refused, route } from '../route.ts';

const guarded = { 401: refused, 403: refused, 404: refused, 422: refused } as const;

const fault = z.object({ fault: z.enum(schemeFaults), facts: z.record(z.string(), z.string()) });

const schemeHead = z
  .object({
    code: z.string(),
    version: z.int(),
    /** Null: the name that the product gives the scheme by its code. */
    name: z.string().nullable(),
    stage: z.enum(['draft', 'published']),
    hash: z.string(),
    effectiveFrom: z.iso.date().nullable(),
    draftedAt: z.iso.datetime(),
    publishedAt: z.iso.datetime().nullable(),
    periodKinds: z.array(z.enum(periodKinds)),
    /** Indicators of the scheme, those switched on, and those that nothing in the product records yet. */
    indicators: z.int(),
    on: z.int(),
    awaited: z.int(),
  })
  .meta({ id: 'AssessmentSchemeHead' });
export type AssessmentSchemeHead = z.infer<typeof schemeHead>;

const version = z.strictObject({ code: z.string().max(40), version: z.coerce.number().int().min(1).max(9999) });

export const listSchemes = route({
  method: 'get',
  path: '/assessments/schemes',
  tags: ['assessments'],
  summary: '考核方案的各个版本',
  access: 'assessments.read',
  responses: { 200: json('方案', z.object({ items: z.array(schemeHead) })), ...guarded },
});

export const readScheme = route({
  method: 'get',
  path: '/assessments/schemes/{code}/{version}',
  tags: ['assessments'],
  summary: '一个方案版本的全文、其中的错误、尚无数据来源的指标',
  access: 'assessments.read',
  request: { params: version },
  responses: {
    200: json(
      '方案',
      schemeHead.omit({ awaited: true }).extend({ scheme: schemeInput, faults: z.array(fault), awaited: z.array(z.string()) }),
    ),
    ...guarded,
  },
});

export const saveScheme = route({
  method: 'post',
  path: '/assessments/schemes',
  tags: ['assessments'],
  summary: '保存方案草稿（同一版本的草稿被替换）；答复列出其中的错误',
  access: 'assessments.editScheme',
  request: { body: body(z.strictObject({ scheme: schemeInput })) },
  responses: {
    201: json('已保存', z.object({ code: z.string(), version: z.int(), faults: z.array(fault) })),
    409: refused,
    ...guarded,
  },
});

export const publishScheme = route({
  method: 'post',
  path: '/assessments/schemes/{code}/{version}/publication',
  tags: ['assessments'],
  summary: '发布方案：此后不再改动，自某一期间的首日起生效',
  access: 'assessments.publish',
  request: { params: version, body: body(z.strictObject({ effectiveFrom: day })) },
  responses: { 200: json('已发布', z.object({ code: z.string(), version: z.int() })), 409: refused, ...guarded },
});
