import { explainSpots, exportMissedSpots, listMissedSpots } from '@changming/application/equipment';
import * as contract from '@changming/contract/equipment';
import { missedSpotsSheet } from '@changming/documents/lists';
import { press } from '@changming/documents/paper';

import { contextApp, served } from '../../http/context-app.ts';
import { attachment } from '../../http/file-answer.ts';

export const misses = contextApp()
  .openapi(served(contract.listMissedSpots), async (c) => c.json(await listMissedSpots(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.explainSpots), async (c) => c.json(await explainSpots(c.var.caller, c.req.valid('json')), 200))
  .openapi(served(contract.exportMissedSpots), async (c) => {
    const { rows, today } = await exportMissedSpots(c.var.caller, c.req.valid('query'));
    const data = missedSpotsSheet(rows, { language: c.var.language, madeAt: c.var.house.clock.now() });
    return c.body(await press({ kind: 'data', data }), 200, attachment(`${data.sheet}-${today}`, 'xlsx'));
  });
