import {
  correctResult,
  explainMisses,
  listMine,
  listOccurrences,
  performCheck,
  readCheckBehind,
  readOccurrence,
  readResult,
  reportFailure,
} from '@changming/application/inspections';
import * as contract from '@changming/contract/inspections';

import { contextApp, served } from '../../http/context-app.ts';
import { asSent, wire } from '../../http/wire.ts';

export const checks = contextApp()
  .openapi(served(contract.listMine), async (c) => c.json(wire(await listMine(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.listOccurrences), async (c) => c.json(wire(await listOccurrences(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.readOccurrence), async (c) => c.json(wire(await readOccurrence(c.var.caller, c.req.valid('param'))), 200))
  .openapi(served(contract.explainMisses), async (c) => c.json(await explainMisses(c.var.caller, c.req.valid('json')), 200))
  .openapi(served(contract.perform), async (c) => {
    const check = c.req.valid('json');
    const times = { startedAt: check.startedAt.toISOString(), doneAt: check.doneAt.toISOString() };
    return c.json(wire(await performCheck(c.var.caller, { ...check, ...times })), 201);
  })
  .openapi(served(contract.readResult), async (c) => c.json(wire(await readResult(c.var.caller, c.req.valid('param'))), 200))
  .openapi(served(contract.correctResult), async (c) =>
    c.json(wire(await correctResult(c.var.caller, { ...c.req.valid('param'), ...asSent(c.req.valid('json')) })), 201),
  )
  .openapi(served(contract.reportFailure), async (c) =>
    c.json(await reportFailure(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .openapi(served(contract.readCheckBehind), async (c) => c.json(wire(await readCheckBehind(c.var.caller, c.req.valid('param'))), 200));
