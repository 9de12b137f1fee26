import {
  addDevice,
  configureAccess,
  endDevice,
  endGrant,
  giveGrant,
  giveGrants,
  issueToken,
  listDevices,
  listGrants,
  listTokens,
  readAccessSettings,
  revokeToken,
  rotateToken,
} from '@changming/application/access';
import * as contract from '@changming/contract/access';

import { contextApp, served } from '../../http/context-app.ts';
import { tagged, wantedVersion } from '../../http/versions.ts';
import { wire } from '../../http/wire.ts';

/** 授权、令牌、共用手机、密码规则. */
export const powers = contextApp()
  .openapi(served(contract.listGrants), async (c) => c.json(wire(await listGrants(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.giveGrant), async (c) => c.json(await giveGrant(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.giveGrants), async (c) => c.json(await giveGrants(c.var.caller, c.req.valid('json')), 200))
  .openapi(served(contract.endGrant), async (c) => {
    await endGrant(c.var.caller, c.req.valid('param'));
    return c.body(null, 204);
  })
  .openapi(served(contract.listTokens), async (c) => c.json(wire(await listTokens(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.issueToken), async (c) => c.json(await issueToken(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.rotateToken), async (c) => c.json(await rotateToken(c.var.caller, c.req.valid('param')), 200))
  .openapi(served(contract.revokeToken), async (c) => {
    await revokeToken(c.var.caller, c.req.valid('param'));
    return c.body(null, 204);
  })
  .openapi(served(contract.listDevices), async (c) => c.json({ items: wire(await listDevices(c.var.caller, c.req.valid('query'))) }, 200))
  .openapi(served(contract.addDevice), async (c) => c.json(wire(await addDevice(c.var.caller, c.req.valid('json'))), 201))
  .openapi(served(contract.endDevice), async (c) => {
    await endDevice(c.var.caller, c.req.valid('param'));
    return c.body(null, 204);
  })
  .openapi(served(contract.readAccessSettings), async (c) => {
    const settings = await readAccessSettings(c.var.caller, {});
    tagged(c, settings.version);
    return c.json(settings, 200);
  })
  .openapi(served(contract.configureAccess), async (c) => {
    const settings = await configureAccess(c.var.caller, { ...c.req.valid('json'), version: wantedVersion(c) });
    tagged(c, settings.version);
    return c.json(settings, 200);
  });
