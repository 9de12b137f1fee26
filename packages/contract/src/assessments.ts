import { id } from '@changming/domain/kernel';
import { assessmentsFilter, createAssessmentInput } from '@changming/domain/assessments';
import { z } from 'zod';

import { body, json, refused, route } from './route.ts';

export const assessment = z.object({ id, unitId: id, name: z.string(), on: z.iso.date() }).meta({ id: 'Assessment' });
export type Assessment = z.infer<typeof assessment>;

export const listAssessments = route({
  method: 'get',
  path: '/assessments',
  tags: ['assessments'],
  summary: '考核台账',
  access: 'assessments.read',
  request: { query: assessmentsFilter },
  responses: {
    200: json('考核', z.object({ items: z.array(assessment), next: z.string().nullable() })),
    401: refused,
    403: refused,
    422: refused,
  },
});

export const createAssessment = route({
  method: 'post',
  path: '/assessments',
  tags: ['assessments'],
  summary: '登记考核',
  access: 'assessments.create',
  request: { body: body(createAssessmentInput) },
  responses: { 201: json('已登记', z.object({ id })), 401: refused, 403: refused, 404: refused, 422: refused },
});
