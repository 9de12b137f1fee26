import {
  changePasswordInput,
  kinds,
  ownPasswordInput,
  pairingInput,
  passwordProfileNames,
  permissions,
  pinInput,
  roles,
  sessionEntries,
  signInByPinInput,
  signInInput,
  totpCodeInput,
  signInWays,
} from '@changming/domain/access';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { body, done, json, refused, route } from '../route.ts';

export const me = z
  .object({
    person: z.object({ id, name: z.string(), staffNo: z.string().nullable(), unitId: id, unit: z.string() }).nullable(),
    account: z.object({
      id,
      login: z.string().nullable(),
      mustChangePassword: z.boolean(),
      /** 三员 who have not set up 动态口令 yet. */
      mustEnrolTotp: z.boolean(),
      /** How this session was opened; null for a token. */
      way: z.enum(signInWays).nullable(),
      totpEnabled: z.boolean(),
      recoveryCodes: z.int(),
      pinSet: z.boolean(),
      ssoBound: z.boolean(),
      passwordProfile: z.enum(passwordProfileNames),
    }),
    roles: z.array(z.enum(roles)),
    units: z.array(z.object({ id, name: z.string(), code: z.string(), kind: z.string() })),
    permissions: z.array(z.object({ permission: z.enum(permissions as [string, ...string[]]), kind: z.enum(kinds) })),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof me>;

export const signIn = route({
  method: 'post',
  path: '/session',
  tags: ['access'],
  summary: '登录',
  access: 'public',
  request: { body: body(signInInput) },
  responses: { 204: done('已登录'), 401: refused, 403: refused, 422: refused, 429: refused },
});

export const signInByPin = route({
  method: 'post',
  path: '/session/pin',
  tags: ['access'],
  summary: '在共用手机上用工号和 PIN 登录',
  access: 'public',
  request: { body: body(signInByPinInput) },
  responses: { 204: done('已登录'), 401: refused, 403: refused, 422: refused, 429: refused },
});

export const pairDevice = route({
  method: 'post',
  path: '/shared-devices/pairing',
  tags: ['access'],
  summary: '扫码配对这台共用手机',
  access: 'public',
  request: { body: body(pairingInput) },
  responses: { 200: json('已配对', z.object({ name: z.string(), unit: z.string() })), 404: refused, 422: refused },
});

export const signOut = route({
  method: 'delete',
  path: '/session',
  tags: ['access'],
  summary: '退出登录',
  access: 'self',
  responses: { 204: done('已退出'), 401: refused },
});

export const readMe = route({
  method: 'get',
  path: '/me',
  tags: ['access'],
  summary: '本人与权限',
  access: 'self',
  responses: { 200: json('本人', me), 401: refused },
});

export const changePassword = route({
  method: 'post',
  path: '/me/password',
  tags: ['access'],
  summary: '修改密码',
  access: 'self',
  request: { body: body(changePasswordInput) },
  responses: { 204: done('已修改'), 401: refused, 409: refused, 422: refused, 429: refused },
});

export const ownSession = z
  .object({
    id,
    createdAt: z.iso.datetime(),
    seenAt: z.iso.datetime(),
    ip: z.string().nullable(),
    userAgent: z.string().nullable(),
    way: z.enum(signInWays),
    entry: z.enum(sessionEntries),
    shared: z.boolean(),
    current: z.boolean(),
  })
  .meta({ id: 'OwnSession' });

export const listOwnSessions = route({
  method: 'get',
  path: '/me/sessions',
  tags: ['access'],
  summary: '我的登录',
  access: 'self',
  responses: { 200: json('登录', z.object({ items: z.array(ownSession) })), 401: refused },
});

export const endOwnSession = route({
  method: 'delete',
  path: '/me/sessions/{sessionId}',
  tags: ['access'],
  summary: '结束一处登录',
  access: 'self',
  request: { params: z.strictObject({ sessionId: id }) },
  responses: { 204: done('已结束'), 401: refused, 404: refused },
});

export const endOtherSessions = route({
  method: 'delete',
  path: '/me/sessions',
  tags: ['access'],
  summary: '全部退出：结束本人除这一处以外的所有登录',
  access: 'self',
  responses: { 200: json('已退出', z.object({ ended: z.int() })), 401: refused },
});

export const beginTotp = route({
  method: 'post',
  path: '/me/totp',
  tags: ['access'],
  summary: '用密码生成动态口令密钥',
  access: 'self',
  request: { body: body(ownPasswordInput) },
  responses: {
    200: json('密钥与二维码地址', z.object({ secret: z.string(), uri: z.string() })),
    401: refused,
    403: refused,
    409: refused,
    422: refused,
    429: refused,
  },
});

const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()).readonly() });

export const confirmTotp = route({
  method: 'post',
  path: '/me/totp/confirmation',
  tags: ['access'],
  summary: '输入第一个动态口令，启用',
  access: 'self',
  request: { body: body(totpCodeInput) },
  responses: { 200: json('已启用，恢复码只显示这一次', recoveryCodes), 401: refused, 409: refused, 422: refused },
});

export const disableTotp = route({
  method: 'post',
  path: '/me/totp/removal',
  tags: ['access'],
  summary: '停用动态口令',
  access: 'self',
  request: { body: body(ownPasswordInput) },
  responses: { 204: done('已停用'), 401: refused, 409: refused, 422: refused, 429: refused },
});

export const renewRecoveryCodes = route({
  method: 'post',
  path: '/me/totp/recovery-codes',
  tags: ['access'],
  summary: '用密码换一组恢复码，旧的作废',
  access: 'self',
  request: { body: body(ownPasswordInput) },
  responses: { 200: json('新的恢复码', recoveryCodes), 401: refused, 409: refused, 422: refused, 429: refused },
});

/** What a phone locks its queue with while somebody is signed in on it. `idle` and `rest` are ms: unused for `idle`, or after `rest`, it must let go of the key. */
export const phoneKey = z.object({ key: z.string(), idle: z.int(), rest: z.int() }).meta({ id: 'PhoneKey' });
export type PhoneKey = z.infer<typeof phoneKey>;

export const releasePhoneKey = route({
  method: 'post',
  path: '/me/phone-keys',
  tags: ['access'],
  summary: '本人在这台手机上的离线密钥',
  access: 'self',
  request: { body: body(z.strictObject({ phoneId: id })) },
  responses: { 200: json('密钥，只放在内存里', phoneKey), 401: refused, 422: refused },
});

export const setPin = route({
  method: 'post',
  path: '/me/pin',
  tags: ['access'],
  summary: '设置共用手机的 PIN',
  access: 'self',
  request: { body: body(pinInput) },
  responses: { 204: done('已设置'), 401: refused, 422: refused, 429: refused },
});
