import {
  answerAppeal,
  checkRecords,
  concludeRun,
  confirmResult,
  countPlanGaps,
  decideFinding,
  listFindings,
  listRecords,
  listResults,
  listRuns,
  listSchemes,
  lodgeAppeal,
  moveRun,
  orderRun,
  proposeFinding,
  publishScheme,
  readDiff,
  readReceipt,
  readResult,
  readRun,
  readScheme,
  readTrend,
  saveScheme,
} from '@changming/application/assessments';
import * as contract from '@changming/contract/assessments';

import { contextApp, served } from '../../http/context-app.ts';
import { wire } from '../../http/wire.ts';

const schemes = contextApp()
  .openapi(served(contract.listSchemes), async (c) => c.json(wire(await listSchemes(c.var.caller, {})), 200))
  .openapi(served(contract.readScheme), async (c) => c.json(wire(await readScheme(c.var.caller, c.req.valid('param'))), 200))
  .openapi(served(contract.saveScheme), async (c) => c.json(await saveScheme(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.publishScheme), async (c) =>
    c.json(await publishScheme(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  );

const runs = contextApp()
  .openapi(served(contract.listRuns), async (c) => c.json(wire(await listRuns(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.readRun), async (c) => c.json(wire(await readRun(c.var.caller, c.req.valid('param'))), 200))
  .openapi(served(contract.orderRun), async (c) => c.json(await orderRun(c.var.caller, c.req.valid('json')), 202))
  .openapi(served(contract.moveRun), async (c) =>
    c.json(await moveRun(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.concludeRun), async (c) =>
    c.json(await concludeRun(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.readReceipt), async (c) => c.json(wire(await readReceipt(c.var.caller, c.req.valid('param'))), 200))
  .openapi(served(contract.readDiff), async (c) =>
    c.json(await readDiff(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('query') }), 200),
  );

const results = contextApp()
  .openapi(served(contract.listResults), async (c) =>
    c.json(wire(await listResults(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('query') })), 200),
  )
  .openapi(served(contract.readResult), async (c) => c.json(wire(await readResult(c.var.caller, c.req.valid('param'))), 200))
  .openapi(served(contract.listRecords), async (c) =>
    c.json(await listRecords(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('query') }), 200),
  )
  .openapi(served(contract.checkRecords), async (c) =>
    c.json(await checkRecords(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('query') }), 200),
  )
  .openapi(served(contract.countPlanGaps), async (c) =>
    c.json(await countPlanGaps(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('query') }), 200),
  )
  .openapi(served(contract.readTrend), async (c) =>
    c.json(wire(await readTrend(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('query') })), 200),
  );

const answers = contextApp()
  .openapi(served(contract.confirmResult), async (c) => c.json(await confirmResult(c.var.caller, c.req.valid('param')), 200))
  .openapi(served(contract.lodgeAppeal), async (c) =>
    c.json(await lodgeAppeal(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .openapi(served(contract.answerAppeal), async (c) =>
    c.json(await answerAppeal(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  );

const findings = contextApp()
  .openapi(served(contract.listFindings), async (c) => c.json(await listFindings(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.proposeFinding), async (c) => c.json(await proposeFinding(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.decideFinding), async (c) =>
    c.json(await decideFinding(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  );

export const assessments = contextApp();
for (const part of [schemes, runs, results, answers, findings]) assessments.route('/', part);
