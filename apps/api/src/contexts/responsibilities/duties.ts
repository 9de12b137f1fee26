import {
  addDuty,
  endDuty,
  endQuota,
  listDuties,
  listOccurrences,
  listOwnDuties,
  listQuotas,
  readDutyBoard,
  readLeadBoard,
  reviseDuty,
  setQuota,
} from '@changming/application/responsibilities';
import * as contract from '@changming/contract/responsibilities';

import { contextApp, served } from '../../http/context-app.ts';
import { wire } from '../../http/wire.ts';

export const duties = contextApp()
  .openapi(served(contract.listDuties), async (c) => c.json(await listDuties(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.addDuty), async (c) => c.json(await addDuty(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.reviseDuty), async (c) =>
    c.json(await reviseDuty(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .openapi(served(contract.endDuty), async (c) => {
    await endDuty(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') });
    return c.body(null, 204);
  })
  .openapi(served(contract.listOccurrences), async (c) => c.json(wire(await listOccurrences(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.listOwnDuties), async (c) => c.json(wire(await listOwnDuties(c.var.caller, {})), 200))
  .openapi(served(contract.readDutyBoard), async (c) => c.json(await readDutyBoard(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.readLeadBoard), async (c) => c.json(wire(await readLeadBoard(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.listQuotas), async (c) => c.json(await listQuotas(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.setQuota), async (c) => c.json(await setQuota(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.endQuota), async (c) => {
    await endQuota(c.var.caller, c.req.valid('param'));
    return c.body(null, 204);
  });
