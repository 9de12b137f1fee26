import { listDatasets } from '@changming/application/analytics';
import * as contract from '@changming/contract/analytics';

import { contextApp, served } from '../../http/context-app.ts';
import { answer } from './answer.ts';
import { catalogueIn } from './catalogue.ts';

export const analytics = contextApp()
  .openapi(served(contract.listDatasets), async (c) =>
    c.json({ items: catalogueIn(await listDatasets(c.var.caller, undefined), c.var.language) }, 200),
  )
  .openapi(served(contract.pullUnits), (c) => answer(c, 'units'))
  .openapi(served(contract.pullUnitHistory), (c) => answer(c, 'unitHistory'))
  .openapi(served(contract.pullHazards), (c) => answer(c, 'hazards'))
  .openapi(served(contract.pullLookBacks), (c) => answer(c, 'lookBacks'))
  .openapi(served(contract.pullDueMonths), (c) => answer(c, 'dueMonths'))
  .openapi(served(contract.pullResults), (c) => answer(c, 'results'))
  .openapi(served(contract.pullIndicators), (c) => answer(c, 'indicators'));
