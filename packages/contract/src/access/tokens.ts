import { permissions, tokenFilter, tokenInput } from '@changming/domain/access';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { body, done, json, refused, route } from '../route.ts';

export const token = z
  .object({
    id,
    name: z.string(),
    /** The first signs of the secret, to tell tokens apart. */
    prefix: z.string(),
    accountId: id,
    owner: z.string().nullable(),
    staffNo: z.string().nullable(),
    login: z.string().nullable(),
    scopes: z.array(z.enum(permissions as [string, ...string[]])),
    unitIds: z.array(id),
    expiresOn: z.iso.date(),
    createdAt: z.iso.datetime(),
    usedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Token' });
export type Token = z.infer<typeof token>;

/** The secret is in this answer and nowhere else. */
export const issuedToken = z.object({ id, prefix: z.string(), secret: z.string() }).meta({ id: 'IssuedToken' });

const params = z.strictObject({ tokenId: id });
const usual = { 401: refused, 403: refused, 404: refused, 422: refused } as const;

export const listTokens = route({
  method: 'get',
  path: '/tokens',
  tags: ['access'],
  summary: '令牌',
  access: 'access.manageTokens',
  request: { query: tokenFilter },
  responses: { 200: json('令牌', z.object({ items: z.array(token), next: z.string().nullable() })), ...usual },
});

export const issueToken = route({
  method: 'post',
  path: '/tokens',
  tags: ['access'],
  summary: '签发令牌',
  access: 'access.manageTokens',
  request: { body: body(tokenInput) },
  responses: { 201: json('已签发', issuedToken), ...usual, 409: refused },
});

export const rotateToken = route({
  method: 'post',
  path: '/tokens/{tokenId}/rotation',
  tags: ['access'],
  summary: '轮换令牌',
  access: 'access.manageTokens',
  request: { params },
  responses: { 200: json('已轮换', issuedToken), ...usual, 409: refused },
});

export const revokeToken = route({
  method: 'delete',
  path: '/tokens/{tokenId}',
  tags: ['access'],
  summary: '吊销令牌',
  access: 'access.manageTokens',
  request: { params },
  responses: { 204: done('已吊销'), ...usual },
});
