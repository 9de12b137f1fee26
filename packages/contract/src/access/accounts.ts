import {
  accountFilter,
  accountReasonInput,
  accountsInput,
  candidateFilter,
  candidatesByStaffNoInput,
  roles,
} from '@changming/domain/access';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { body, done, json, refused, route } from '../route.ts';

export const account = z
  .object({
    id,
    login: z.string().nullable(),
    personId: id.nullable(),
    name: z.string().nullable(),
    staffNo: z.string().nullable(),
    unitId: id,
    unit: z.string(),
    roles: z.array(z.enum(roles)),
    createdAt: z.iso.datetime(),
    seenAt: z.iso.datetime().nullable(),
    disabledAt: z.iso.datetime().nullable(),
    lockedUntil: z.iso.datetime().nullable(),
    mustChangePassword: z.boolean(),
    totpEnabled: z.boolean(),
    pinSet: z.boolean(),
    isDemo: z.boolean(),
  })
  .meta({ id: 'Account' });
export type Account = z.infer<typeof account>;

/** 一次性密码条: printed by the page and forgotten; no later answer holds the password again. */
export const slip = z
  .object({
    accountId: id,
    name: z.string().nullable(),
    login: z.string(),
    unit: z.string(),
    password: z.string(),
    validUntil: z.iso.date(),
  })
  .meta({ id: 'Slip' });
export type Slip = z.infer<typeof slip>;

const params = z.strictObject({ accountId: id });
const reason = accountReasonInput.omit({ accountId: true });
const usual = { 401: refused, 403: refused, 404: refused } as const;

export const listAccounts = route({
  method: 'get',
  path: '/accounts',
  tags: ['access'],
  summary: '账号',
  access: 'access.readAccounts',
  request: { query: accountFilter },
  responses: {
    200: json('账号', z.object({ items: z.array(account), next: z.string().nullable(), tooMany: z.boolean() })),
    ...usual,
    422: refused,
  },
});

export const readAccount = route({
  method: 'get',
  path: '/accounts/{accountId}',
  tags: ['access'],
  summary: '一个账号',
  access: 'access.readAccounts',
  request: { params },
  responses: { 200: json('账号', account), ...usual, 422: refused },
});

export const candidate = z
  .object({ id, name: z.string(), staffNo: z.string().nullable(), title: z.string().nullable(), unitId: id, unit: z.string() })
  .meta({ id: 'Candidate' });
export type Candidate = z.infer<typeof candidate>;

export const listCandidates = route({
  method: 'get',
  path: '/account-candidates',
  tags: ['access'],
  summary: '可开通账号的人员',
  access: 'access.manageAccounts',
  request: { query: candidateFilter },
  responses: {
    200: json('人员', z.object({ items: z.array(candidate), next: z.string().nullable(), tooMany: z.boolean() })),
    ...usual,
    422: refused,
  },
});

const verdict = z.enum(['access.person_not_found', 'access.account_exists', 'access.person_left']);

export const candidatesByStaffNo = route({
  method: 'post',
  path: '/account-candidates/by-staff-no',
  tags: ['access'],
  summary: '按工号名单核对能为谁开通账号，最多 1000 个',
  access: 'access.manageAccounts',
  request: { body: body(candidatesByStaffNoInput) },
  responses: {
    200: json('核对结果', z.object({ candidates: z.array(candidate), refused: z.array(z.object({ staffNo: z.string(), code: verdict })) })),
    ...usual,
    422: refused,
  },
});

export const createAccounts = route({
  method: 'post',
  path: '/accounts',
  tags: ['access'],
  summary: '为人员批量开通账号，得到一次性密码条',
  access: 'access.manageAccounts',
  request: { body: body(accountsInput) },
  responses: {
    201: json(
      '已开通',
      z.object({
        slips: z.array(slip),
        refused: z.array(z.object({ personId: id, code: verdict })),
      }),
    ),
    ...usual,
    409: refused,
    422: refused,
  },
});

export const resetPassword = route({
  method: 'post',
  path: '/accounts/{accountId}/password-reset',
  tags: ['access'],
  summary: '重置密码，得到一次性密码条',
  access: 'access.manageAccounts',
  request: { params, body: body(reason) },
  responses: { 200: json('密码条', slip), ...usual, 409: refused, 422: refused },
});

export const disableAccount = route({
  method: 'post',
  path: '/accounts/{accountId}/disabling',
  tags: ['access'],
  summary: '停用账号',
  access: 'access.manageAccounts',
  request: { params, body: body(reason) },
  responses: { 204: done('已停用'), ...usual, 409: refused, 422: refused },
});

export const enableAccount = route({
  method: 'delete',
  path: '/accounts/{accountId}/disabling',
  tags: ['access'],
  summary: '启用账号',
  access: 'access.manageAccounts',
  request: { params },
  responses: { 204: done('已启用'), ...usual, 409: refused, 422: refused },
});

export const unlockAccount = route({
  method: 'delete',
  path: '/accounts/{accountId}/lock',
  tags: ['access'],
  summary: '解锁账号',
  access: 'access.manageAccounts',
  request: { params },
  responses: { 204: done('已解锁'), ...usual, 422: refused },
});

export const endAllSessions = route({
  method: 'delete',
  path: '/accounts/{accountId}/sessions',
  tags: ['access'],
  summary: '强制下线',
  access: 'access.manageAccounts',
  request: { params },
  responses: { 200: json('已下线', z.object({ ended: z.int() })), ...usual, 422: refused },
});

export const removeTotp = route({
  method: 'post',
  path: '/accounts/{accountId}/totp-removal',
  tags: ['access'],
  summary: '解除动态口令',
  access: 'access.manageAccounts',
  request: { params, body: body(reason) },
  responses: { 204: done('已解除'), ...usual, 409: refused, 422: refused },
});
