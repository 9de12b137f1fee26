import {
  closePoint,
  createPoint,
  createSheet,
  determineKeyPosition,
  editPoint,
  endKeyPosition,
  exportPoints,
  issueSheet,
  keepPoint,
  listPlates,
  listPoints,
  listSheets,
  placePoint,
  printedSheet,
  readPlate,
  readPlateAtDoor,
  readPoint,
  readSheet,
  readSheetAtDoor,
  removePlace,
  withdrawSheet,
} from '@changming/application/points';
import * as contract from '@changming/contract/points';
import { pointsSheet } from '@changming/documents/lists';
import { press } from '@changming/documents/paper';

import { contextApp, served } from '../../http/context-app.ts';
import { attachment } from '../../http/file-answer.ts';
import { plateSheet } from './plate-sheet.ts';
import { wallSheet } from './wall-sheet.ts';

export const points = contextApp()
  .openapi(served(contract.listPoints), async (c) => c.json(await listPoints(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.exportPoints), async (c) => {
    const { rows, today } = await exportPoints(c.var.caller, c.req.valid('query'));
    const data = pointsSheet(rows, { language: c.var.language, madeAt: c.var.house.clock.now() });
    return c.body(await press({ kind: 'data', data }), 200, attachment(`${data.sheet}-${today}`, 'xlsx'));
  })
  .openapi(served(contract.printPlates), async (c) => {
    const shown = await listPlates(c.var.caller, c.req.valid('query'));
    const origin = c.var.publicUrl ?? new URL(c.req.url).origin;
    const sheet = plateSheet(shown, { origin, language: c.var.language, madeAt: c.var.house.clock.now() });
    return c.body(await press({ kind: 'plates', plates: sheet }), 200, attachment(sheet.words.title, 'pdf'));
  })
  .openapi(served(contract.listSheets), async (c) => c.json(await listSheets(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.readSheet), async (c) => c.json(await readSheet(c.var.caller, c.req.valid('param')), 200))
  .openapi(served(contract.printSheet), async (c) => {
    const sheet = await printedSheet(c.var.caller, c.var.files, c.req.valid('param'));
    const origin = c.var.publicUrl ?? new URL(c.req.url).origin;
    const wall = wallSheet(sheet, { origin, language: c.var.language, madeAt: c.var.house.clock.now() });
    return c.body(await press({ kind: 'wall', wall }), 200, attachment(wall.title, 'pdf'));
  })
  .openapi(served(contract.createSheet), async (c) => c.json(await createSheet(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.issueSheet), async (c) =>
    c.json(await issueSheet(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .openapi(served(contract.withdrawSheet), async (c) => {
    await withdrawSheet(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') });
    return c.body(null, 204);
  })
  .openapi(served(contract.placePoint), async (c) =>
    c.json(await placePoint(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.removePlace), async (c) => {
    await removePlace(c.var.caller, c.req.valid('param'));
    return c.body(null, 204);
  })
  .openapi(served(contract.readSheetAtDoor), async (c) => {
    const stranger = c.var.house.stranger({ via: 'door', ip: null });
    return c.json(await readSheetAtDoor(stranger, { ...c.req.valid('param'), address: c.var.ip }), 200);
  })
  .openapi(served(contract.determineKeyPosition), async (c) =>
    c.json(await determineKeyPosition(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .openapi(served(contract.endKeyPosition), async (c) => {
    await endKeyPosition(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') });
    return c.body(null, 204);
  })
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
