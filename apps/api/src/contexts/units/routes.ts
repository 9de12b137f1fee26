import {
  closeUnit,
  createUnit,
  editProfile,
  listChanges,
  listChildren,
  mergeUnits,
  moveUnit,
  readUnit,
  renameUnit,
  searchUnits,
  splitUnit,
} from '@changming/application/units';
import * as contract from '@changming/contract/units';

import { contextApp, served } from '../../http/context-app.ts';
import { tagged, wantedVersion } from '../../http/versions.ts';
import { wire } from '../../http/wire.ts';

export const units = contextApp()
  .openapi(served(contract.listChildren), async (c) => c.json({ items: await listChildren(c.var.caller, c.req.valid('query')) }, 200))
  .openapi(served(contract.searchUnits), async (c) => c.json({ items: await searchUnits(c.var.caller, c.req.valid('query')) }, 200))
  .openapi(served(contract.readUnit), async (c) => {
    const unit = await readUnit(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('query') });
    tagged(c, unit.version);
    return c.json(unit, 200);
  })
  .openapi(served(contract.listChanges), async (c) => c.json({ items: wire(await listChanges(c.var.caller, c.req.valid('param'))) }, 200))
  .openapi(served(contract.createUnit), async (c) => c.json(await createUnit(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.editProfile), async (c) => {
    const edited = { ...c.req.valid('param'), ...c.req.valid('json'), version: wantedVersion(c) };
    const { version } = await editProfile(c.var.caller, edited);
    tagged(c, version);
    return c.json({ version }, 200);
  })
  .openapi(served(contract.renameUnit), async (c) =>
    c.json(await renameUnit(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.moveUnit), async (c) =>
    c.json(await moveUnit(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.mergeUnits), async (c) =>
    c.json(await mergeUnits(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.splitUnit), async (c) =>
    c.json(await splitUnit(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .openapi(served(contract.closeUnit), async (c) =>
    c.json(await closeUnit(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  );
