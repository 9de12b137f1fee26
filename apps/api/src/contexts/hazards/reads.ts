import {
  countHazards,
  forgetView,
  listDraws,
  listHazards,
  listLookBacks,
  listOwnPlaces,
  listOwnReports,
  listOwnTasks,
  listPeople,
  listRequests,
  listSupervisions,
  listToAccept,
  listToList,
  listToTriage,
  listViews,
  readHazard,
  readTrueClosure,
  saveView,
} from '@changming/application/hazards';
import * as contract from '@changming/contract/hazards';

import { contextApp, served } from '../../http/context-app.ts';
import { wire } from '../../http/wire.ts';

export const reads = contextApp()
  .openapi(served(contract.listHazards), async (c) => c.json(wire(await listHazards(c.get('caller'), c.req.valid('query'))), 200))
  .openapi(served(contract.listToTriage), async (c) => c.json(wire(await listToTriage(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.listToAccept), async (c) => c.json(wire(await listToAccept(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.listToList), async (c) => c.json(wire(await listToList(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.listRequests), async (c) => c.json(wire(await listRequests(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.listOwnReports), async (c) => c.json(wire(await listOwnReports(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.listOwnTasks), async (c) => c.json(await listOwnTasks(c.var.caller, {}), 200))
  .openapi(served(contract.listOwnPlaces), async (c) => c.json(await listOwnPlaces(c.var.caller, {}), 200))
  .openapi(served(contract.listPeople), async (c) => c.json(await listPeople(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.listSupervisions), async (c) => c.json(await listSupervisions(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.readHazard), async (c) => c.json(wire(await readHazard(c.var.caller, c.req.valid('param'))), 200))
  .openapi(served(contract.countHazards), async (c) => c.json(await countHazards(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.listLookBacks), async (c) => c.json(await listLookBacks(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.listDraws), async (c) => c.json(await listDraws(c.var.caller, {}), 200))
  .openapi(served(contract.readTrueClosure), async (c) => c.json(await readTrueClosure(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.listViews), async (c) => c.json(await listViews(c.var.caller, {}), 200))
  .openapi(served(contract.saveView), async (c) => c.json(await saveView(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.forgetView), async (c) => {
    await forgetView(c.var.caller, c.req.valid('param'));
    return c.body(null, 204);
  });
