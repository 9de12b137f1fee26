import { readAccountTrail, readRecordTrail, readSealing, searchTrail } from '@changming/application/audit';
import * as contract from '@changming/contract/audit';

import { contextApp, served } from '../../http/context-app.ts';
import { wire } from '../../http/wire.ts';

export const audit = contextApp()
  .openapi(served(contract.searchTrail), async (c) => c.json(wire(await searchTrail(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.readRecordTrail), async (c) =>
    c.json(wire(await readRecordTrail(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('query') })), 200),
  )
  .openapi(served(contract.readAccountTrail), async (c) =>
    c.json(wire(await readAccountTrail(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('query') })), 200),
  )
  .openapi(served(contract.readSealing), async (c) => c.json(wire(await readSealing(c.var.caller, {})), 200));
