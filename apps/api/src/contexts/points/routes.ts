import {
  closePoint,
  createPoint,
  editPoint,
  keepPoint,
  listPoints,
  readPlate,
  readPlateAtDoor,
  readPoint,
} from '@changming/application/points';
import * as contract from '@changming/contract/points';

import { contextApp, served } from '../../http/context-app.ts';

export const points = contextApp()
  .openapi(served(contract.listPoints), async (c) => c.json(await listPoints(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.readPoint), async (c) => c.json(await readPoint(c.var.caller, c.req.valid('param')), 200))
  .openapi(served(contract.readPlate), async (c) => c.json(await readPlate(c.var.caller, c.req.valid('param')), 200))
  .openapi(served(contract.readPlateAtDoor), async (c) => {
    const stranger = c.var.house.stranger({ via: 'door', ip: null });
    return c.json(await readPlateAtDoor(stranger, { ...c.req.valid('param'), address: c.var.ip }), 200);
  })
  .openapi(served(contract.createPoint), async (c) => c.json(await createPoint(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.editPoint), async (c) =>
    c.json(await editPoint(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.closePoint), async (c) => {
    await closePoint(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') });
    return c.body(null, 204);
  })
  .openapi(served(contract.keepPoint), async (c) =>
    c.json(await keepPoint(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  );
