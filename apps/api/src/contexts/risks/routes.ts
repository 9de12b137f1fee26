import {
  archiveRisk,
  askRegrading,
  countRisks,
  createRisk,
  editRisk,
  exportRegister,
  issueMap,
  listMeasures,
  listRisks,
  listScales,
  printedMap,
  publishRisk,
  readMap,
  readRisk,
  readRiskCard,
  regradeRisk,
  reviewRisk,
  sendBackRisk,
  setScale,
} from '@changming/application/risks';
import * as contract from '@changming/contract/risks';
import { riskMapPaper } from '@changming/documents/maps';
import { press } from '@changming/documents/paper';
import { registerSheet } from '@changming/documents/register';

import { contextApp, served } from '../../http/context-app.ts';
import { attachment } from '../../http/file-answer.ts';
import { wire } from '../../http/wire.ts';

export const risks = contextApp()
  .openapi(served(contract.listRisks), async (c) => c.json(await listRisks(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.countRisks), async (c) => c.json(await countRisks(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.listMeasures), async (c) => c.json(await listMeasures(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.listScales), async (c) => c.json(await listScales(c.var.caller, {}), 200))
  .openapi(served(contract.setScale), async (c) => c.json(await setScale(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.readRiskMap), async (c) => c.json(await readMap(c.var.caller, c.req.valid('param')), 200))
  .openapi(served(contract.printRiskMap), async (c) => {
    const map = await printedMap(c.var.caller, c.var.files, c.req.valid('param'));
    const origin = c.var.publicUrl ?? new URL(c.req.url).origin;
    const paper = riskMapPaper(map, { colours: c.req.valid('query').by, origin, language: c.var.language });
    return c.body(await press({ kind: 'map', map: paper }), 200, attachment(paper.title, 'pdf'));
  })
  .openapi(served(contract.issueRiskMap), async (c) => c.json(await issueMap(c.var.caller, c.req.valid('param')), 201))
  .openapi(served(contract.readRiskCard), async (c) => c.json(await readRiskCard(c.var.caller, c.req.valid('param')), 200))
  .openapi(served(contract.exportRegister), async (c) => {
    const { rows } = await exportRegister(c.var.caller, c.req.valid('json'));
    const sheet = registerSheet(rows, { language: c.var.language, madeAt: c.var.house.clock.now() });
    return c.body(await press({ kind: 'data', data: sheet }), 200, attachment(sheet.sheet, 'xlsx'));
  })
  .openapi(served(contract.createRisk), async (c) => c.json(await createRisk(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.readRisk), async (c) => c.json(wire(await readRisk(c.var.caller, c.req.valid('param'))), 200))
  .openapi(served(contract.editRisk), async (c) =>
    c.json(await editRisk(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.regradeRisk), async (c) =>
    c.json(await regradeRisk(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.askRegrading), async (c) =>
    c.json(await askRegrading(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.reviewRisk), async (c) =>
    c.json(await reviewRisk(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.sendBackRisk), async (c) =>
    c.json(await sendBackRisk(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.publishRisk), async (c) =>
    c.json(await publishRisk(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.archiveRisk), async (c) =>
    c.json(await archiveRisk(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  );
