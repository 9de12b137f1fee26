import { randomBytes } from 'node:crypto';

import { refuse } from '@changming/application/context';
import { createMiddleware } from 'hono/factory';

import type { ApiEnv } from './env.ts';

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Every unsafe request that a browser sends must come from our own pages, whatever its content type. */
export const sameOrigin = createMiddleware<ApiEnv>(async (c, next) => {
  if (!unsafe.has(c.req.method)) return next();
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') refuse('forbidden', 'access.wrong_origin');
  if (origin !== undefined && hostOf(origin) !== c.req.header('host')) refuse('forbidden', 'access.wrong_origin');
  return next();
});

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

export function newNonce(): string {
  return randomBytes(16).toString('base64');
}

/** The headers of every page; `nonce` is for antd's style elements. */
export function pageHeaders(nonce: string, secure: boolean): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return { 'content-security-policy': policy.join('; '), 'cross-origin-opener-policy': 'same-origin', ...everyAnswer(secure) };
}

/** Laid ready before the answer is made, so that it need not be made again for their sake; an answer may set its own instead. */
export function answersWith(headers: Readonly<Record<string, string>>) {
  const each = Object.entries(headers);
  return createMiddleware<ApiEnv>((c, next) => {
    for (const [name, value] of each) c.header(name, value);
    return next();
  });
}

/** The headers of every answer. */
export function everyAnswer(secure: boolean): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(self), geolocation=(self), microphone=()',
    ...(secure ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}
