import {
  assignLesson,
  approveInvestigation,
  executeHandling,
  openMeasure,
  recordBriefing,
  recordCasualty,
  recordHandling,
  recordLoss,
  recordReport,
  sendBackInvestigation,
  startInvestigation,
  submitInvestigation,
  tieHazard,
  withdrawHandling,
  writeInvestigation,
} from '@changming/application/incidents';
import * as contract from '@changming/contract/incidents';

import { contextApp, served } from '../../http/context-app.ts';
import { asSent } from '../../http/wire.ts';

export const records = contextApp()
  .openapi(served(contract.recordReport), async (c) =>
    c.json(await recordReport(c.var.caller, { ...c.req.valid('param'), ...asSent(c.req.valid('json')) }), 201),
  )
  .openapi(served(contract.recordCasualty), async (c) =>
    c.json(await recordCasualty(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .openapi(served(contract.recordLoss), async (c) =>
    c.json(await recordLoss(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .openapi(served(contract.tieHazard), async (c) =>
    c.json(await tieHazard(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .openapi(served(contract.startInvestigation), async (c) =>
    c.json(await startInvestigation(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .openapi(served(contract.writeInvestigation), async (c) =>
    c.json(await writeInvestigation(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.submitInvestigation), async (c) => c.json(await submitInvestigation(c.var.caller, c.req.valid('param')), 200))
  .openapi(served(contract.approveInvestigation), async (c) =>
    c.json(await approveInvestigation(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.sendBackInvestigation), async (c) =>
    c.json(await sendBackInvestigation(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.recordHandling), async (c) =>
    c.json(await recordHandling(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .openapi(served(contract.executeHandling), async (c) =>
    c.json(await executeHandling(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.withdrawHandling), async (c) =>
    c.json(await withdrawHandling(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.openMeasure), async (c) =>
    c.json(await openMeasure(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .openapi(served(contract.recordBriefing), async (c) =>
    c.json(await recordBriefing(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .openapi(served(contract.assignLesson), async (c) =>
    c.json(await assignLesson(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  );
