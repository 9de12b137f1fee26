import { listChanges, listDedicated, registerChange, withdrawChange } from '@changming/application/training';
import * as contract from '@changming/contract/training';

import { contextApp, served } from '../../http/context-app.ts';

export const dedicated = contextApp()
  .openapi(served(contract.listDedicated), async (c) => c.json(await listDedicated(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.listChanges), async (c) => c.json(await listChanges(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.registerChange), async (c) => c.json(await registerChange(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.withdrawChange), async (c) =>
    c.json(await withdrawChange(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  );
