import { countTraining, exportHours, listHours, listOwed, readPersonTraining, sumHours } from '@changming/application/training';
import * as contract from '@changming/contract/training';
import { press } from '@changming/documents/paper';
import { hoursSheet } from '@changming/documents/training';

import { contextApp, served } from '../../http/context-app.ts';
import { attachment } from '../../http/file-answer.ts';
import { wire } from '../../http/wire.ts';

export const hours = contextApp()
  .openapi(served(contract.listHours), async (c) => c.json(await listHours(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.exportHours), async (c) => {
    const { rows, today } = await exportHours(c.var.caller, c.req.valid('query'));
    const data = hoursSheet(rows, { language: c.var.language, madeAt: c.var.house.clock.now() });
    return c.body(await press({ kind: 'data', data }), 200, attachment(`${data.sheet}-${today}`, 'xlsx'));
  })
  .openapi(served(contract.sumHours), async (c) => c.json(await sumHours(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.readPersonTraining), async (c) =>
    c.json(wire(await readPersonTraining(c.var.caller, c.req.valid('param'))), 200),
  )
  .openapi(served(contract.listOwed), async (c) => c.json(wire(await listOwed(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.countTraining), async (c) => c.json(await countTraining(c.var.caller, {}), 200));
