import { identify as identifyBy, type Credentials, presume } from '@changming/application/access';
import { type Caller, type House, Refusal } from '@changming/application/context';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';

import type { ApiEnv } from './env.ts';

/** `__Host-` cookies need TLS; over plain http on loopback, and only there, a plain one stands in. */
export function cookieName(secure: boolean): string {
  return secure ? '__Host-cm_session' : 'cm_session';
}

/**
 * Lists that everybody opens all day, and a report and the steps of its loop, each by one query or one command: who asks travels with it, a
 * trip less than to find it out first.
 */
const hot: Readonly<Record<string, RegExp>> = {
  GET: /^\/api\/v1\/(?:hazards|hazard-counts)$/,
  POST: /^\/api\/v1\/hazards(?:\/[\da-f-]{36}\/[a-z-]+)?$/,
};

const nobody = { sessionId: null, mustChangePassword: false, mustEnrolTotp: false, way: null } as const;

/** Finds out who calls. Wrong or ended credentials leave a stranger, whom only public routes let in; the others say why. */
export function identify(house: House) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    c.set('unknownAs', showsToken(c) ? 'access.token_invalid' : 'access.not_signed_in');
    const given = isDoor(c) ? null : credentialsOf(c);
    const known = given === null ? null : await whoIs(house, given, c);
    const caller =
      known === null
        ? house.stranger({ via: 'door', ip: c.get('ip') })
        : house.callerFor(known.actor, { via: known.by, ip: c.get('ip') }, known.presumed);
    const { sessionId, mustChangePassword, mustEnrolTotp, way } = known ?? nobody;
    c.set('caller', withOnce(caller, c));
    c.set('sessionId', sessionId);
    c.set('mustChangePassword', mustChangePassword);
    c.set('mustEnrolTotp', mustEnrolTotp);
    c.set('way', way);
    await next();
  });
}

/** At a public door nobody is recognised, not even by a cookie that came along: that he called would be noted beside his session. */
function isDoor(c: Context<ApiEnv>): boolean {
  return c.req.path.startsWith('/api/v1/door/');
}

async function whoIs(house: House, given: Credentials, c: Context<ApiEnv>) {
  const { req } = c;
  try {
    const presumed = hot[req.method]?.test(req.path) === true ? presume(house, given) : null;
    return { presumed: undefined, ...(presumed ?? (await identifyBy(house, given))), by: given.by };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    c.set('unknownAs', error.code);
    return null;
  }
}

/** A token by header, or a session by cookie; never anything in the address, which is logged and shared. */
function credentialsOf(c: Context<ApiEnv>): Credentials | null {
  const token = tokenIn(c.req.header('authorization') ?? '');
  if (token !== null) return { by: 'token', secret: token };
  const cookie = getCookie(c, cookieName(c.get('secure')));
  return cookie !== undefined && /^[\w-]{20,200}$/.test(cookie) ? { by: 'session', secret: cookie, idle: idleOf(c) } : null;
}

/** `Idle-Seconds`: how long ago the person last touched the desk that asks. Without it, or when it is no number, somebody asks just now. */
function idleOf({ req }: Context<ApiEnv>): number {
  const said = req.header('idle-seconds') ?? '';
  return /^\d{1,7}$/.test(said) ? Number(said) : 0;
}

const tokenShape = /^cm_[\w-]{20,100}$/;

/** Whoever means to come by a token, be it torn, is not told to sign in. Other words in `Basic` may be those of a proxy before a person. */
function showsToken({ req }: Context<ApiEnv>): boolean {
  const [, scheme = '', rest = ''] = /^(Bearer|Basic) *(.*)$/i.exec(req.header('authorization') ?? '') ?? [];
  return scheme.toLowerCase() === 'bearer' || passwordOf(rest).startsWith('cm_');
}

/** `Bearer cm_…`, or the token as the password of `Basic`, for programs that know no other way (Excel, curl -u). */
function tokenIn(authorization: string): string | null {
  const [, scheme = '', rest = ''] = /^(Bearer|Basic) ([\w+/=-]+)$/i.exec(authorization) ?? [];
  const said = scheme.toLowerCase() === 'basic' ? passwordOf(rest) : rest;
  return tokenShape.test(said) ? said : null;
}

function passwordOf(basic: string): string {
  const pair = Buffer.from(basic, 'base64').toString('utf8');
  return pair.includes(':') ? pair.slice(pair.indexOf(':') + 1) : '';
}

/** `Idempotency-Key`: a repeated request is recognised by its key and by what it carries. */
function withOnce(caller: Caller, c: Context<ApiEnv>): Caller {
  const key = c.req.header('idempotency-key');
  if (key === undefined || key.length < 8 || key.length > 200) return caller;
  return { ...caller, once: { key, asked: `${c.req.method} ${c.req.path} ${c.get('bodyText') ?? ''}` } };
}
