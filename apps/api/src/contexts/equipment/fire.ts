import {
  checkFire,
  checkPlace,
  countDue,
  editFire,
  exportFire,
  listDue,
  listFire,
  listPlaceChecks,
  listSpots,
  readFire,
  readFireAtPlate,
  registerFire,
  scrapFire,
} from '@changming/application/equipment';
import * as contract from '@changming/contract/equipment';
import { fireSheet } from '@changming/documents/lists';
import { press } from '@changming/documents/paper';

import { contextApp, served } from '../../http/context-app.ts';
import { attachment } from '../../http/file-answer.ts';
import { asSent, wire } from '../../http/wire.ts';

export const fire = contextApp()
  .openapi(served(contract.listFire), async (c) => c.json(await listFire(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.exportFire), async (c) => {
    const { rows, today } = await exportFire(c.var.caller, c.req.valid('query'));
    const data = fireSheet(rows, { language: c.var.language, madeAt: c.var.house.clock.now() });
    return c.body(await press({ kind: 'data', data }), 200, attachment(`${data.sheet}-${today}`, 'xlsx'));
  })
  .openapi(served(contract.readFire), async (c) => c.json(wire(await readFire(c.var.caller, c.req.valid('param'))), 200))
  .openapi(served(contract.registerFire), async (c) => c.json(await registerFire(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.editFire), async (c) =>
    c.json(await editFire(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.checkFire), async (c) =>
    c.json(await checkFire(c.var.caller, { ...c.req.valid('param'), ...asSent(c.req.valid('json')) }), 201),
  )
  .openapi(served(contract.scrapFire), async (c) =>
    c.json(await scrapFire(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.readFireAtPlate), async (c) => c.json(await readFireAtPlate(c.var.caller, c.req.valid('param')), 200))
  .openapi(served(contract.listSpots), async (c) => c.json(wire(await listSpots(c.var.caller, {})), 200))
  .openapi(served(contract.listPlaceChecks), async (c) => c.json(await listPlaceChecks(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.checkPlace), async (c) => c.json(await checkPlace(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.listDue), async (c) => c.json(await listDue(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.countDue), async (c) => c.json(await countDue(c.var.caller, c.req.valid('query')), 200));
