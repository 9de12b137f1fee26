import { id } from '@changming/domain/kernel';
import { assignCertifiedInput, candidateFilter, certifiedFilter, endCertifiedInput } from '@changming/domain/workforce';
import { z } from 'zod';

import { body, json, route } from '../route.ts';
import { day, holder, item, made, next } from './certificates.ts';
import { objection } from './gates.ts';
import { guarded } from './shapes.ts';

export const certified = z
  .object({
    id,
    ...holder,
    ...item,
    from: day,
    to: day.nullable(),
    holds: z.boolean(),
    /** Why the certificate does not hold: a key of the phrases. */
    code: z.string().nullable(),
    onDate: day.nullable(),
    validUntil: day.nullable(),
    nextDueOn: day.nullable(),
    overrideUntil: day.nullable(),
    blocked: z.boolean(),
  })
  .meta({ id: 'CertifiedPost' });
export type Certified = z.infer<typeof certified>;

export const listCertified = route({
  method: 'get',
  path: '/workforce/certified-posts',
  tags: ['workforce'],
  summary: '持证岗位；blocked 为证书失效被停岗的',
  access: 'workforce.read',
  request: { query: certifiedFilter },
  responses: { 200: json('持证岗位', z.object({ items: z.array(certified), next })), ...guarded },
});

export const assignCertified = route({
  method: 'post',
  path: '/workforce/certified-posts',
  tags: ['workforce'],
  summary: '安排持证岗位',
  access: 'workforce.edit',
  request: { body: body(assignCertifiedInput) },
  responses: { 201: json('已安排', made), ...guarded },
});

export const endCertified = route({
  method: 'post',
  path: '/workforce/certified-posts/{certifiedPostId}/ending',
  tags: ['workforce'],
  summary: '解除持证岗位',
  access: 'workforce.edit',
  request: { params: z.strictObject({ certifiedPostId: id }), body: body(endCertifiedInput.omit({ certifiedPostId: true })) },
  responses: { 200: json('已解除', made), ...guarded },
});

export const candidate = z
  .object({
    id,
    name: z.string(),
    staffNo: z.string().nullable(),
    title: z.string().nullable(),
    unitId: id,
    unit: z.string(),
    nextDueOn: day.nullable(),
    assigned: z.boolean(),
    verdict: z.enum(['may', 'lifted', 'warned', 'blocked']),
    objections: z.array(objection),
  })
  .meta({ id: 'Candidate' });
export type Candidate = z.infer<typeof candidate>;

export const listCandidates = route({
  method: 'get',
  path: '/workforce/units/{unitId}/candidates',
  tags: ['workforce'],
  summary: '谁能上岗：每人附准入意见',
  access: 'workforce.read',
  request: { params: z.strictObject({ unitId: id }), query: candidateFilter.omit({ unitId: true }) },
  responses: {
    200: json('人选', z.object({ items: z.array(candidate), more: z.boolean(), tooMany: z.boolean(), on: day, unit: z.string() })),
    ...guarded,
  },
});
