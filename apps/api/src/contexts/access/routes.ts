import { changePassword, endOwnSession, listOwnSessions, readMe, signIn } from '@changming/application/access';
import * as contract from '@changming/contract/access';
import { deleteCookie, setCookie } from 'hono/cookie';

import { contextApp, served } from '../../http/context-app.ts';
import { cookieName } from '../../http/identify.ts';
import { wire } from '../../http/wire.ts';

export const access = contextApp()
  .openapi(served(contract.signIn), async (c) => {
    const origin = { ip: c.var.ip, userAgent: c.req.header('user-agent')?.slice(0, 400) ?? null };
    const { secret, expiresAt } = await signIn(c.var.caller, { ...c.req.valid('json'), ...origin });
    const { secure } = c.var;
    setCookie(c, cookieName(secure), secret, { path: '/', httpOnly: true, sameSite: 'Lax', secure, expires: expiresAt });
    return c.body(null, 204);
  })
  .openapi(served(contract.signOut), async (c) => {
    if (c.var.sessionId !== null) await endOwnSession(c.var.caller, { sessionId: c.var.sessionId });
    deleteCookie(c, cookieName(c.var.secure), { path: '/', secure: c.var.secure });
    return c.body(null, 204);
  })
  .openapi(served(contract.readMe), async (c) => c.json(await readMe(c.var.caller, {}), 200))
  .openapi(served(contract.changePassword), async (c) => {
    await changePassword(c.var.caller, { ...c.req.valid('json'), sessionId: c.var.sessionId });
    return c.body(null, 204);
  })
  .openapi(served(contract.listOwnSessions), async (c) => {
    const items = await listOwnSessions(c.var.caller, {});
    return c.json({ items: wire(items.map((each) => ({ ...each, current: each.id === c.var.sessionId }))) }, 200);
  })
  .openapi(served(contract.endOwnSession), async (c) => {
    await endOwnSession(c.var.caller, c.req.valid('param'));
    return c.body(null, 204);
  });
