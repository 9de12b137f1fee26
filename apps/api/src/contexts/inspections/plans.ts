import { createPlan, editPlan, endPlan, listPlans, listShortfalls, readCoverage, readPlan } from '@changming/application/inspections';
import * as contract from '@changming/contract/inspections';

import { contextApp, served } from '../../http/context-app.ts';
import { wire } from '../../http/wire.ts';

export const plans = contextApp()
  .openapi(served(contract.listPlans), async (c) => c.json(wire(await listPlans(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.listShortfalls), async (c) => c.json(await listShortfalls(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.readPlan), async (c) => c.json(wire(await readPlan(c.var.caller, c.req.valid('param'))), 200))
  .openapi(served(contract.createPlan), async (c) => c.json(await createPlan(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.editPlan), async (c) =>
    c.json(await editPlan(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.endPlan), async (c) => {
    await endPlan(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') });
    return c.body(null, 204);
  })
  .openapi(served(contract.readCoverage), async (c) => c.json(await readCoverage(c.var.caller, c.req.valid('query')), 200));
