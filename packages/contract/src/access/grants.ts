import { grantFilter, grantInput, grantsInput, kinds, notGranted, roles } from '@changming/domain/access';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { body, done, json, refused, route } from '../route.ts';

/** The holder's name is empty when the account lies outside the reader's branch. */
export const grant = z
  .object({
    id,
    accountId: id,
    name: z.string().nullable(),
    staffNo: z.string().nullable(),
    login: z.string().nullable(),
    role: z.enum(roles),
    kind: z.enum(kinds),
    unitId: id,
    unit: z.string(),
    from: z.iso.date(),
    to: z.iso.date().nullable(),
    inForce: z.boolean(),
    grantedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Grant' });
export type Grant = z.infer<typeof grant>;

export const listGrants = route({
  method: 'get',
  path: '/grants',
  tags: ['access'],
  summary: '一个账号或一个单位的授权',
  access: 'access.readAccounts',
  request: { query: grantFilter },
  responses: {
    200: json('授权', z.object({ items: z.array(grant), next: z.string().nullable() })),
    401: refused,
    403: refused,
    404: refused,
    422: refused,
  },
});

export const giveGrant = route({
  method: 'post',
  path: '/grants',
  tags: ['access'],
  summary: '授权',
  access: 'access.grant',
  request: { body: body(grantInput) },
  responses: { 201: json('已授权', z.object({ ids: z.array(id) })), 401: refused, 403: refused, 404: refused, 409: refused, 422: refused },
});

/** `asked` is the 工号 or the id that was asked for. */
export const giveGrants = route({
  method: 'post',
  path: '/grants/several',
  tags: ['access'],
  summary: '批量授权：按账号或工号，最多 2000 个；不能授的逐个说明，其余照授',
  access: 'access.grant',
  request: { body: body(grantsInput) },
  responses: {
    200: json(
      '结果',
      z.object({
        given: z.int(),
        refused: z.array(z.object({ asked: z.string(), name: z.string().nullable(), code: z.enum(notGranted) })),
      }),
    ),
    401: refused,
    403: refused,
    404: refused,
    409: refused,
    422: refused,
  },
});

export const endGrant = route({
  method: 'delete',
  path: '/grants/{grantId}',
  tags: ['access'],
  summary: '收回授权',
  access: 'access.grant',
  request: { params: z.strictObject({ grantId: id }) },
  responses: { 204: done('已收回'), 401: refused, 403: refused, 404: refused, 409: refused, 422: refused },
});
