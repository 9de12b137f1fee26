import {
  beginTotp,
  changePassword,
  confirmTotp,
  disableTotp,
  endOtherSessions,
  endOwnSession,
  listOwnSessions,
  pairDevice,
  readMe,
  releasePhoneKey,
  renewRecoveryCodes,
  setPin,
  signIn,
  signInByPin,
} from '@changming/application/access';
import * as contract from '@changming/contract/access';

import { contextApp, served } from '../../http/context-app.ts';
import { wire } from '../../http/wire.ts';
import { dropSession, keepDevice, keepSession, origin } from './cookies.ts';

/** Signing in and out, and what everybody does with the own account. */
export const own = contextApp()
  .openapi(served(contract.signIn), async (c) => {
    keepSession(c, await signIn(c.var.caller, { ...c.req.valid('json'), ...origin(c) }));
    return c.body(null, 204);
  })
  .openapi(served(contract.signInByPin), async (c) => {
    keepSession(c, await signInByPin(c.var.caller, { ...c.req.valid('json'), ...origin(c) }));
    return c.body(null, 204);
  })
  .openapi(served(contract.pairDevice), async (c) => {
    const { secret, ...device } = await pairDevice(c.var.caller, c.req.valid('json'));
    keepDevice(c, secret);
    return c.json(device, 200);
  })
  .openapi(served(contract.signOut), async (c) => {
    if (c.var.sessionId !== null) await endOwnSession(c.var.caller, { sessionId: c.var.sessionId });
    dropSession(c);
    return c.body(null, 204);
  })
  .openapi(served(contract.readMe), async (c) => {
    const { mustChangePassword, mustEnrolTotp, way } = c.var;
    return c.json(await readMe(c.var.caller, { mustChangePassword, mustEnrolTotp, way }), 200);
  })
  .openapi(served(contract.changePassword), async (c) => {
    await changePassword(c.var.caller, { ...c.req.valid('json'), sessionId: c.var.sessionId });
    return c.body(null, 204);
  })
  .openapi(served(contract.listOwnSessions), async (c) => {
    const items = await listOwnSessions(c.var.caller, {});
    return c.json({ items: wire(items.map((each) => ({ ...each, current: each.id === c.var.sessionId }))) }, 200);
  })
  .openapi(served(contract.endOtherSessions), async (c) =>
    c.json(await endOtherSessions(c.var.caller, { sessionId: c.var.sessionId }), 200),
  )
  .openapi(served(contract.endOwnSession), async (c) => {
    await endOwnSession(c.var.caller, c.req.valid('param'));
    return c.body(null, 204);
  })
  .openapi(served(contract.beginTotp), async (c) => c.json(await beginTotp(c.var.caller, c.req.valid('json')), 200))
  .openapi(served(contract.confirmTotp), async (c) => c.json(await confirmTotp(c.var.caller, c.req.valid('json')), 200))
  .openapi(served(contract.renewRecoveryCodes), async (c) => c.json(await renewRecoveryCodes(c.var.caller, c.req.valid('json')), 200))
  .openapi(served(contract.disableTotp), async (c) => {
    await disableTotp(c.var.caller, c.req.valid('json'));
    return c.body(null, 204);
  })
  .openapi(served(contract.releasePhoneKey), async (c) =>
    c.json(await releasePhoneKey(c.var.caller, { ...c.req.valid('json'), sessionId: c.var.sessionId }), 200),
  )
  .openapi(served(contract.setPin), async (c) => {
    await setPin(c.var.caller, c.req.valid('json'));
    return c.body(null, 204);
  });
