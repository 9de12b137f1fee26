import {
  exportCoverage,
  exportOccurrences,
  exportPlans,
  listDocuments,
  orderOccurrences,
  orderPlans,
  printedResult,
  readChecklist,
  readDocument,
  readDocumentPart,
  takeDocument,
} from '@changming/application/inspections';
import * as contract from '@changming/contract/inspections';
import { checklistSheet, checkPaper, coverageSheet, occurrenceSheet, planSheet, titleOf } from '@changming/documents/inspections';
import { press } from '@changming/documents/paper';
import type { Context } from 'hono';

import { contextApp, served } from '../../http/context-app.ts';
import type { ApiEnv } from '../../http/env.ts';
import { attachment } from '../../http/file-answer.ts';
import { resumableFile } from '../../http/resumable-file.ts';
import { wire } from '../../http/wire.ts';

function made(c: Context<ApiEnv>) {
  return { language: c.var.language, madeAt: c.var.house.clock.now() };
}

/** 检查记录 as paper, and what its file is called. */
async function recordOf(c: Context<ApiEnv>, which: { readonly resultId: string }) {
  const { result, thumbs } = await printedResult(c.var.caller, c.var.files, which);
  const { point, on } = result.occurrence;
  const name = [titleOf(result, c.var.language), point, on].filter((part) => part !== null).join(' ');
  return { paper: checkPaper(result, thumbs, made(c)), name };
}

/** Files: to be registered before the routes whose paths theirs would fit too. */
export const documents = contextApp()
  .openapi(served(contract.exportChecklist), async (c) => {
    const { name, code, published } = await readChecklist(c.var.caller, c.req.valid('param'));
    const data = checklistSheet({ name, items: published }, made(c));
    return c.body(await press({ kind: 'data', data }), 200, attachment(`${code} ${name}`, 'xlsx'));
  })
  .openapi(served(contract.exportPlans), async (c) => {
    const { rows, today } = await exportPlans(c.var.caller, c.req.valid('query'));
    const data = planSheet(rows, made(c));
    return c.body(await press({ kind: 'data', data }), 200, attachment(`${data.sheet}-${today}`, 'xlsx'));
  })
  .openapi(served(contract.exportOccurrences), async (c) => {
    const { rows, today } = await exportOccurrences(c.var.caller, c.req.valid('query'));
    const data = occurrenceSheet(rows, made(c));
    return c.body(await press({ kind: 'data', data }), 200, attachment(`${data.sheet}-${today}`, 'xlsx'));
  })
  .openapi(served(contract.exportCoverage), async (c) => {
    const board = await exportCoverage(c.var.caller, c.req.valid('query'));
    const data = coverageSheet(board, made(c));
    return c.body(await press({ kind: 'data', data }), 200, attachment(`${board.unit}${data.sheet} ${board.from}～${board.to}`, 'xlsx'));
  })
  .openapi(served(contract.printResult), async (c) => {
    const { paper, name } = await recordOf(c, c.req.valid('param'));
    return c.body(await press({ kind: 'word', paper }), 200, attachment(name, 'docx'));
  })
  .openapi(served(contract.printResultPdf), async (c) => {
    const { paper, name } = await recordOf(c, c.req.valid('param'));
    return c.body(await press({ kind: 'pdf', paper }), 200, attachment(name, 'pdf'));
  })
  .openapi(served(contract.orderPlans), async (c) =>
    c.json(await orderPlans(c.var.caller, { language: c.var.language, filter: c.req.valid('query') }), 202),
  )
  .openapi(served(contract.orderOccurrences), async (c) =>
    c.json(await orderOccurrences(c.var.caller, { language: c.var.language, filter: c.req.valid('query') }), 202),
  )
  .openapi(served(contract.listDocuments), async (c) => c.json(wire(await listDocuments(c.var.caller, undefined)), 200))
  .openapi(served(contract.takeDocument), async (c) =>
    resumableFile(c, { readDocument, readDocumentPart, takeDocument }, c.req.valid('param')),
  );
