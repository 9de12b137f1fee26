import {
  changeSpecialState,
  editSpecial,
  endOperator,
  exportSpecial,
  listSpecial,
  nameOperator,
  readSpecial,
  recordInspection,
  registerSpecial,
} from '@changming/application/equipment';
import * as contract from '@changming/contract/equipment';
import { specialSheet } from '@changming/documents/lists';
import { press } from '@changming/documents/paper';

import { contextApp, served } from '../../http/context-app.ts';
import { attachment } from '../../http/file-answer.ts';
import { wire } from '../../http/wire.ts';

export const special = contextApp()
  .openapi(served(contract.listSpecial), async (c) => c.json(await listSpecial(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.exportSpecial), async (c) => {
    const { rows, today } = await exportSpecial(c.var.caller, c.req.valid('query'));
    const data = specialSheet(rows, { language: c.var.language, madeAt: c.var.house.clock.now() });
    return c.body(await press({ kind: 'data', data }), 200, attachment(`${data.sheet}-${today}`, 'xlsx'));
  })
  .openapi(served(contract.readSpecial), async (c) => c.json(wire(await readSpecial(c.var.caller, c.req.valid('param'))), 200))
  .openapi(served(contract.registerSpecial), async (c) => c.json(await registerSpecial(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.editSpecial), async (c) =>
    c.json(await editSpecial(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.recordInspection), async (c) =>
    c.json(await recordInspection(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .openapi(served(contract.changeSpecialState), async (c) =>
    c.json(await changeSpecialState(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .openapi(served(contract.nameOperator), async (c) =>
    c.json(await nameOperator(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .openapi(served(contract.endOperator), async (c) => {
    await endOperator(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') });
    return c.body(null, 204);
  });
