import { gateFilter, liftGateInput, overrideFilter, overrideStandings, posts } from '@changming/domain/workforce';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { body, json, route } from '../route.ts';
import { guarded, onPerson } from './shapes.ts';

/** `code` is a key of the phrases, `facts` fill its sentence. */
export const objection = z
  .object({ gate: z.string(), code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])) })
  .meta({ id: 'Objection' });
export type Objection = z.infer<typeof objection>;

const override = z
  .object({
    id,
    personId: id,
    /** Null: the person is outside the caller's branch. */
    name: z.string().nullable(),
    unitId: id,
    unit: z.string(),
    post: z.enum(posts),
    certifiedPost: z.string().nullable(),
    reason: z.string(),
    objections: z.array(objection),
    from: z.iso.date(),
    until: z.iso.date(),
    by: z.string().nullable(),
    stands: z.enum(overrideStandings),
    /** What the gates still have against the person today; null: long over, or the person is outside the caller's branch. */
    missing: z.array(objection).nullable(),
  })
  .meta({ id: 'GateOverride' });
export type GateOverride = z.infer<typeof override>;

export const readGate = route({
  method: 'get',
  path: '/workforce/persons/{personId}/gate',
  tags: ['workforce'],
  summary: '能不能上岗：准入的各项意见',
  access: 'workforce.read',
  request: { params: onPerson, query: gateFilter.omit({ personId: true }) },
  responses: {
    200: json(
      '准入意见',
      z.object({ name: z.string(), stops: z.boolean(), objections: z.array(objection.extend({ lifted: z.boolean() })) }),
    ),
    ...guarded,
  },
});

export const liftGate = route({
  method: 'post',
  path: '/workforce/gate-overrides',
  tags: ['workforce'],
  summary: '放行：说明原因，限期',
  access: 'workforce.override',
  request: { body: body(liftGateInput) },
  responses: { 201: json('已放行', z.object({ id })), ...guarded },
});

export const listOverrides = route({
  method: 'get',
  path: '/workforce/gate-overrides',
  tags: ['workforce'],
  summary: '放行记录',
  access: 'workforce.read',
  request: { query: overrideFilter },
  responses: { 200: json('放行记录', z.object({ items: z.array(override), next: z.string().nullable() })), ...guarded },
});
