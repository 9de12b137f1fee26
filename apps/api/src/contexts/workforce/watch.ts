import {
  arrangeWatch,
  callWatch,
  checkInWatch,
  dialOnDuty,
  exportRoster,
  handOverWatch,
  listOwnWatch,
  planWatch,
  readOnDuty,
  readOnDutyAbove,
  readOwnWatch,
  readRoster,
  readWatchBoard,
  swapWatch,
  takeOverWatch,
} from '@changming/application/workforce';
import * as contract from '@changming/contract/workforce';
import { press } from '@changming/documents/paper';
import { rosterSheet } from '@changming/documents/watch';

import { contextApp, served } from '../../http/context-app.ts';
import { attachment } from '../../http/file-answer.ts';
import { wire } from '../../http/wire.ts';

export const watch = contextApp()
  .openapi(served(contract.readRoster), async (c) => c.json(wire(await readRoster(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.exportRoster), async (c) => {
    const { rows, unit, month } = await exportRoster(c.var.caller, c.req.valid('query'));
    const data = rosterSheet(rows, { language: c.var.language, madeAt: c.var.house.clock.now() });
    return c.body(await press({ kind: 'data', data }), 200, attachment(`${data.sheet}-${unit}-${month}`, 'xlsx'));
  })
  .openapi(served(contract.readWatchBoard), async (c) => c.json(wire(await readWatchBoard(c.var.caller, undefined)), 200))
  .openapi(served(contract.readOnDuty), async (c) => c.json(wire(await readOnDuty(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.readOnDutyAbove), async (c) => c.json(wire(await readOnDutyAbove(c.var.caller, {})), 200))
  .openapi(served(contract.dialOnDuty), async (c) => c.json(await dialOnDuty(c.var.caller, c.req.valid('json')), 200))
  .openapi(served(contract.arrangeWatch), async (c) => c.json(await arrangeWatch(c.var.caller, c.req.valid('json')), 200))
  .openapi(served(contract.planWatch), async (c) => c.json(await planWatch(c.var.caller, c.req.valid('json')), 200))
  .openapi(served(contract.swapWatch), async (c) =>
    c.json(await swapWatch(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.callWatch), async (c) =>
    c.json(await callWatch(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .openapi(served(contract.listOwnWatch), async (c) => c.json(wire(await listOwnWatch(c.var.caller, undefined)), 200))
  .openapi(served(contract.readOwnWatch), async (c) => c.json(wire(await readOwnWatch(c.var.caller, c.req.valid('param'))), 200))
  .openapi(served(contract.checkInWatch), async (c) => c.json(wire(await checkInWatch(c.var.caller, c.req.valid('param'))), 200))
  .openapi(served(contract.handOverWatch), async (c) =>
    c.json(await handOverWatch(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.takeOverWatch), async (c) => c.json(await takeOverWatch(c.var.caller, c.req.valid('param')), 200));
