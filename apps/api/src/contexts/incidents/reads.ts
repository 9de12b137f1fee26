import {
  countIncidents,
  exportIncidents,
  exportQuickReport,
  followIncident,
  listDocuments,
  listIncidents,
  listOwnIncidents,
  orderIncidents,
  readDocument,
  readDocumentPart,
  readIncident,
  reportIncident,
  takeDocument,
} from '@changming/application/incidents';
import * as contract from '@changming/contract/incidents';
import { incidentSheet, quickReportPaper, quickReportTitle } from '@changming/documents/incidents';
import { press } from '@changming/documents/paper';
import type { Context } from 'hono';

import { contextApp, served } from '../../http/context-app.ts';
import type { ApiEnv } from '../../http/env.ts';
import { attachment } from '../../http/file-answer.ts';
import { resumableFile } from '../../http/resumable-file.ts';
import { asSent, wire } from '../../http/wire.ts';

function made(c: Context<ApiEnv>) {
  return { language: c.var.language, madeAt: c.var.house.clock.now() };
}

/** What has a path of its own stands before the paths that an id would fit too. */
export const reads = contextApp()
  .openapi(served(contract.listIncidents), async (c) => c.json(wire(await listIncidents(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.countIncidents), async (c) => c.json(await countIncidents(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.listOwnIncidents), async (c) => c.json(wire(await listOwnIncidents(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.followIncident), async (c) => c.json(wire(await followIncident(c.var.caller, c.req.valid('param'))), 200))
  .openapi(served(contract.reportIncident), async (c) => c.json(await reportIncident(c.var.caller, asSent(c.req.valid('json'))), 201))
  .openapi(served(contract.exportIncidents), async (c) => {
    const { rows, today } = await exportIncidents(c.var.caller, c.req.valid('query'));
    const data = incidentSheet(rows, made(c));
    return c.body(await press({ kind: 'data', data }), 200, attachment(`${data.sheet}-${today}`, 'xlsx'));
  })
  .openapi(served(contract.orderIncidents), async (c) =>
    c.json(await orderIncidents(c.var.caller, { language: c.var.language, filter: c.req.valid('query') }), 202),
  )
  .openapi(served(contract.listDocuments), async (c) => c.json(wire(await listDocuments(c.var.caller, undefined)), 200))
  .openapi(served(contract.takeDocument), async (c) =>
    resumableFile(c, { readDocument, readDocumentPart, takeDocument }, c.req.valid('param')),
  )
  .openapi(served(contract.exportQuickReport), async (c) => {
    const report = await exportQuickReport(c.var.caller, c.req.valid('param'));
    const paper = quickReportPaper(report, made(c));
    return c.body(await press({ kind: 'word', paper }), 200, attachment(quickReportTitle(report, c.var.language), 'docx'));
  })
  .openapi(served(contract.readIncident), async (c) => c.json(wire(await readIncident(c.var.caller, c.req.valid('param'))), 200));
