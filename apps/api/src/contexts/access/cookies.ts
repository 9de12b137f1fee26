import type { SignedIn } from '@changming/application/access';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

import type { ApiEnv } from '../../http/env.ts';
import { cookieName } from '../../http/identify.ts';

/** How long a paired phone remembers that it is one, in seconds. */
const deviceLife = 180 * 24 * 3600;

export function keepSession(c: Context<ApiEnv>, { secret, expiresAt }: SignedIn): void {
  const { secure } = c.var;
  setCookie(c, cookieName(secure), secret, { path: '/', httpOnly: true, sameSite: 'Lax', secure, expires: expiresAt });
}

export function dropSession(c: Context<ApiEnv>): void {
  deleteCookie(c, cookieName(c.var.secure), { path: '/', secure: c.var.secure });
}

function deviceCookieName(secure: boolean): string {
  return secure ? '__Host-cm_device' : 'cm_device';
}

/** 共用手机: the secret that the phone was given when it was paired. */
export function keepDevice(c: Context<ApiEnv>, secret: string): void {
  const { secure } = c.var;
  setCookie(c, deviceCookieName(secure), secret, { path: '/', httpOnly: true, sameSite: 'Strict', secure, maxAge: deviceLife });
}

function deviceOf(c: Context<ApiEnv>): string | null {
  const secret = getCookie(c, deviceCookieName(c.var.secure));
  return secret !== undefined && /^[\w-]{20,200}$/.test(secret) ? secret : null;
}

/** Where a request to sign in comes from. */
export function origin(c: Context<ApiEnv>) {
  const [userAgent, mobile] = [c.req.header('user-agent'), c.req.header('sec-ch-ua-mobile')];
  return { ip: c.var.ip, userAgent: userAgent?.slice(0, 400) ?? null, mobile: mobile?.slice(0, 8) ?? null, device: deviceOf(c) };
}

/** How long somebody may stay at the identity provider, in seconds. */
const journeyLife = 10 * 60;

function journeyCookieName(secure: boolean): string {
  return secure ? '__Host-cm_sso' : 'cm_sso';
}

/** 统一身份: what comes back with the browser from the provider, a navigation from another site. */
export function keepJourney(c: Context<ApiEnv>, sealed: string): void {
  const { secure } = c.var;
  setCookie(c, journeyCookieName(secure), sealed, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: journeyLife });
}

/** Good for one return: it is taken away in the same answer. */
export function takeJourney(c: Context<ApiEnv>): string | undefined {
  const name = journeyCookieName(c.var.secure);
  const sealed = getCookie(c, name);
  deleteCookie(c, name, { path: '/', secure: c.var.secure });
  return sealed;
}
