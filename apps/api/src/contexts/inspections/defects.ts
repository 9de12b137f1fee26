import { listDefects, reportDefect } from '@changming/application/inspections';
import * as contract from '@changming/contract/equipment';

import { contextApp, served } from '../../http/context-app.ts';

/** Hazards that look-overs of fire equipment found: equipment knows no hazards, so they are reported from here. */
export const defects = contextApp()
  .openapi(served(contract.reportDefect), async (c) =>
    c.json(await reportDefect(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .openapi(served(contract.listDefects), async (c) => c.json(await listDefects(c.var.caller, c.req.valid('param')), 200));
