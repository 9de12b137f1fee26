import { ownPasswordInput, scanInput, ssoStartInput } from '@changming/domain/access';
import { z } from 'zod';

import { body, done, json, refused, route } from '../route.ts';

export const readSignInWays = route({
  method: 'get',
  path: '/session/ways',
  tags: ['access'],
  summary: '除密码外还能怎样登录',
  access: 'public',
  responses: { 200: json('登录方式', z.object({ sso: z.object({ label: z.string() }).nullable() })) },
});

export const startSso = route({
  method: 'get',
  path: '/session/sso',
  tags: ['access'],
  summary: '去统一身份登录',
  access: 'public',
  request: { query: ssoStartInput },
  responses: { 302: done('去统一身份平台，或带着失败原因回登录页'), 404: refused, 422: refused },
});

/** The provider adds what it likes to the address; the protocol is checked by its library. */
export const returnFromSso = route({
  method: 'get',
  path: '/session/sso/return',
  tags: ['access'],
  summary: '从统一身份平台回来',
  access: 'public',
  request: { query: z.looseObject({}) },
  responses: { 302: done('已登录或已绑定，或带着失败原因回登录页'), 404: refused },
});

export const endSso = route({
  method: 'get',
  path: '/session/sso/end',
  tags: ['access'],
  summary: '去统一身份平台退出',
  access: 'public',
  responses: { 302: done('去统一身份平台退出，或回登录页'), 404: refused },
});

/** OpenID Connect Back-Channel Logout 1.0: called by the provider, never by a browser. */
export const endBySso = route({
  method: 'post',
  path: '/session/sso/logout',
  tags: ['access'],
  summary: '统一身份平台的后台登出通知',
  access: 'public',
  request: {
    body: {
      required: true,
      content: { 'application/x-www-form-urlencoded': { schema: z.object({ logout_token: z.string().min(1).max(16_000) }) } },
    },
  },
  responses: { 200: done('已登出'), 400: refused, 404: refused, 422: refused, 429: refused },
});

const proven = { 401: refused, 403: refused, 404: refused, 409: refused, 422: refused, 429: refused } as const;

export const beginSsoBinding = route({
  method: 'post',
  path: '/me/sso',
  tags: ['access'],
  summary: '用密码开始绑定统一身份',
  access: 'self',
  request: { body: body(ownPasswordInput) },
  responses: { 200: json('去这个地址', z.object({ url: z.string() })), ...proven },
});

export const unbindSso = route({
  method: 'post',
  path: '/me/sso/removal',
  tags: ['access'],
  summary: '用密码解除统一身份绑定',
  access: 'self',
  request: { body: body(ownPasswordInput) },
  responses: { 204: done('已解除'), ...proven },
});

export const showScanCode = route({
  method: 'post',
  path: '/me/scan-code',
  tags: ['access'],
  summary: '给手机扫的登录码，两分钟内只用一次',
  access: 'self',
  responses: { 200: json('登录码', z.object({ code: z.string(), until: z.iso.datetime() })), 401: refused, 403: refused },
});

export const signInByScan = route({
  method: 'post',
  path: '/session/scan',
  tags: ['access'],
  summary: '扫电脑上的码登录',
  access: 'public',
  request: { body: body(scanInput) },
  responses: { 204: done('已登录'), 403: refused, 404: refused, 422: refused },
});
