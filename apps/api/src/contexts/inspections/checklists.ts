import {
  createChecklist,
  draftChecklist,
  listChecklists,
  publishChecklist,
  readChecklist,
  readChecklistVersion,
  retireChecklist,
} from '@changming/application/inspections';
import * as contract from '@changming/contract/inspections';

import { contextApp, served } from '../../http/context-app.ts';
import { wire } from '../../http/wire.ts';

export const checklists = contextApp()
  .openapi(served(contract.listChecklists), async (c) => c.json(wire(await listChecklists(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.readChecklist), async (c) => c.json(wire(await readChecklist(c.var.caller, c.req.valid('param'))), 200))
  .openapi(served(contract.readChecklistVersion), async (c) =>
    c.json(wire(await readChecklistVersion(c.var.caller, c.req.valid('param'))), 200),
  )
  .openapi(served(contract.createChecklist), async (c) => c.json(await createChecklist(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.draftChecklist), async (c) =>
    c.json(await draftChecklist(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.publishChecklist), async (c) =>
    c.json(await publishChecklist(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.retireChecklist), async (c) => {
    await retireChecklist(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') });
    return c.body(null, 204);
  });
