import { createHash } from 'node:crypto';

import { identify as identifyBy, type Credentials } from '@changming/application/access';
import { type Caller, type House, Refusal } from '@changming/application/context';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';

import type { ApiEnv } from './env.ts';

/** `__Host-` cookies need TLS; over plain http on loopback, and only there, a plain one stands in. */
export function cookieName(secure: boolean): string {
  return secure ? '__Host-cm_session' : 'cm_session';
}

/** Finds out who calls. Wrong or ended credentials leave a stranger, whom only public routes let in. */
export function identify(house: House) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const given = credentialsOf(c);
    const known = given === null ? null : await whoIs(house, given);
    const via = given?.by ?? 'door';
    const provenance = { via: known === null ? 'door' : via, ip: c.var.ip } as const;
    const caller = known === null ? house.stranger(provenance) : house.callerFor(known.actor, provenance);
    c.set('caller', withOnce(caller, c));
    c.set('sessionId', known?.sessionId ?? null);
    c.set('mustChangePassword', known?.mustChangePassword ?? false);
    await next();
  });
}

async function whoIs(house: House, given: Credentials) {
  return identifyBy(house, given).catch((error: unknown) => {
    if (error instanceof Refusal) return null;
    throw error;
  });
}

function credentialsOf(c: Context<ApiEnv>): Credentials | null {
  const authorization = c.req.header('authorization') ?? '';
  const bearer = /^Bearer (cm_[\w-]{20,})$/.exec(authorization)?.[1];
  if (bearer !== undefined) return { by: 'token', secret: bearer };
  const basic = /^Basic ([\w+/=]+)$/.exec(authorization)?.[1];
  if (basic !== undefined) {
    const password = Buffer.from(basic, 'base64').toString('utf8').split(':').slice(1).join(':');
    if (/^cm_[\w-]{20,}$/.test(password)) return { by: 'token', secret: password };
  }
  const cookie = getCookie(c, cookieName(c.var.secure));
  return cookie !== undefined && /^[\w-]{20,200}$/.test(cookie) ? { by: 'session', secret: cookie } : null;
}

/** `Idempotency-Key`: a repeated request is recognised by its key and by what it carries. */
function withOnce(caller: Caller, c: Context<ApiEnv>): Caller {
  const key = c.req.header('idempotency-key');
  if (key === undefined || key.length < 8 || key.length > 200) return caller;
  return { ...caller, once: { key, fingerprint: createHash('sha256').update(`${c.req.method} ${c.req.path} ${c.get('bodyText' as never) ?? ''}`).digest('hex') } };
}
