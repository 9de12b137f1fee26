import {
  beginSsoBinding,
  bindSso,
  isPhonePage,
  showScanCode,
  signInByScan,
  signInBySso,
  signOutBySso,
  type Sso,
  ssoFailureOf,
  unbindSso,
} from '@changming/application/access';
import { Refusal, refuse } from '@changming/application/context';
import * as contract from '@changming/contract/access';
import type { Context } from 'hono';

import { contextApp, served } from '../../http/context-app.ts';
import type { ApiEnv } from '../../http/env.ts';
import { wire } from '../../http/wire.ts';
import { keepJourney, keepSession, origin, takeJourney } from './cookies.ts';

/** Ways to sign in beside the password: 统一身份, and a code that a phone scans from the desk. */
export const ways = contextApp()
  .openapi(served(contract.readSignInWays), (c) => c.json({ sso: c.var.sso === null ? null : { label: c.var.sso.label } }, 200))
  .openapi(served(contract.startSso), async (c) => {
    const sso = ssoOf(c);
    const { from = '/' } = c.req.valid('query');
    try {
      const { url, sealed } = await sso.begin({ from, accountId: null, now: c.var.house.clock.now() });
      keepJourney(c, sealed);
      return c.redirect(url, 302);
    } catch (error) {
      return c.redirect(failedAt(from, error), 302);
    }
  })
  .openapi(served(contract.returnFromSso), async (c) => c.redirect(await arrived(c, ssoOf(c)), 302))
  .openapi(served(contract.endSso), async (c) =>
    c.redirect(
      (await ssoOf(c)
        .endUrl()
        .catch(() => null)) ?? '/sign-in',
      302,
    ),
  )
  .openapi(served(contract.endBySso), async (c) => {
    const notice = await ssoOf(c).loggedOut(c.req.valid('form').logout_token);
    await signOutBySso(c.var.caller, notice);
    return c.body(null, 200);
  })
  .openapi(served(contract.beginSsoBinding), async (c) => {
    const sso = ssoOf(c);
    const { accountId } = await beginSsoBinding(c.var.caller, c.req.valid('json'));
    const { url, sealed } = await sso.begin({ from: '/account/security', accountId, now: c.var.house.clock.now() });
    keepJourney(c, sealed);
    return c.json({ url }, 200);
  })
  .openapi(served(contract.unbindSso), async (c) => {
    await unbindSso(c.var.caller, c.req.valid('json'));
    return c.body(null, 204);
  })
  .openapi(served(contract.showScanCode), async (c) => {
    const sessionId = c.var.sessionId ?? refuse('forbidden', 'access.session_only');
    return c.json(wire(await showScanCode(c.var.caller, { sessionId })), 200);
  })
  .openapi(served(contract.signInByScan), async (c) => {
    keepSession(c, await signInByScan(c.var.caller, { ...c.req.valid('json'), ...origin(c) }));
    return c.body(null, 204);
  });

function ssoOf(c: Context<ApiEnv>): Sso {
  return c.var.sso ?? refuse('missing', 'access.sso_off');
}

/** Signs in or binds, as the journey set out to; the page to open next. A refusal is told on the page that the person came from. */
async function arrived(c: Context<ApiEnv>, sso: Sso): Promise<string> {
  const sealed = takeJourney(c);
  let from = '/';
  try {
    const journey = sso.opened(sealed, c.var.house.clock.now());
    ({ from } = journey);
    const person = await sso.arrive(new URL(c.req.url), journey);
    const entry = isPhonePage(from) ? 'phone' : 'desk';
    if (journey.accountId === null) keepSession(c, await signInBySso(c.var.caller, { ...person, ...origin(c), entry }));
    else await bindSso(c.var.caller, { accountId: journey.accountId, issuer: person.issuer, subject: person.subject });
    return journey.accountId === null ? from : `${from}?sso=bound`;
  } catch (error) {
    return failedAt(from, error);
  }
}

/** Back to the sign-in of the desk or of the phone, or to 登录安全 where the binding began. */
function failedAt(from: string, error: unknown): string {
  if (!(error instanceof Refusal)) throw error;
  const sso = ssoFailureOf(error.code);
  if (from === '/account/security') return `${from}?sso=${sso}`;
  if (isPhonePage(from)) return `/m?sso=${sso}`;
  return `/sign-in?${new URLSearchParams({ sso, ...(from === '/' ? {} : { from }) }).toString()}`;
}
