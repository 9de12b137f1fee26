import { readLightsOut } from '@changming/application/inspections';
import * as contract from '@changming/contract/inspections';

import { contextApp, served } from '../../http/context-app.ts';
import { wire } from '../../http/wire.ts';

export const lightsOut = contextApp().openapi(served(contract.readLightsOut), async (c) =>
  c.json(wire(await readLightsOut(c.var.caller, c.req.valid('query'))), 200),
);
