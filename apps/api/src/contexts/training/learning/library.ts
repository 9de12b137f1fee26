import {
  addItem,
  listItems,
  listMyReading,
  listReaders,
  markRead,
  readItem,
  reviseItem,
  withdrawItem,
} from '@changming/application/training';
import * as contract from '@changming/contract/training';

import { contextApp, served } from '../../../http/context-app.ts';
import { wire } from '../../../http/wire.ts';

export const library = contextApp()
  .openapi(served(contract.listItems), async (c) => c.json(wire(await listItems(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.listMyReading), async (c) => c.json(wire(await listMyReading(c.var.caller, {})), 200))
  .openapi(served(contract.readItem), async (c) => c.json(wire(await readItem(c.var.caller, c.req.valid('param'))), 200))
  .openapi(served(contract.addItem), async (c) => c.json(await addItem(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.reviseItem), async (c) =>
    c.json(await reviseItem(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.withdrawItem), async (c) =>
    c.json(await withdrawItem(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.markRead), async (c) =>
    c.json(await markRead(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.listReaders), async (c) =>
    c.json(wire(await listReaders(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('query') })), 200),
  );
