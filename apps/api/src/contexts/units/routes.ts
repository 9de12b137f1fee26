import { createUnit, listChildren, readUnit, searchUnits } from '@changming/application/units';
import * as contract from '@changming/contract/units';

import { contextApp, served } from '../../http/context-app.ts';

export const units = contextApp()
  .openapi(served(contract.listChildren), async (c) => c.json({ items: await listChildren(c.var.caller, c.req.valid('query')) }, 200))
  .openapi(served(contract.searchUnits), async (c) => c.json({ items: await searchUnits(c.var.caller, c.req.valid('query')) }, 200))
  .openapi(served(contract.readUnit), async (c) => c.json(await readUnit(c.var.caller, c.req.valid('param')), 200))
  .openapi(served(contract.createUnit), async (c) => c.json(await createUnit(c.var.caller, c.req.valid('json')), 201));
