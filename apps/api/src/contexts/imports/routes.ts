import { createHash } from 'node:crypto';

import {
  answerImport,
  declareImport,
  listImportGroups,
  listImportRecords,
  listImportRows,
  listImports,
  listProblemCells,
  listUnitPaths,
  openImport,
  readImport,
  receiveImport,
  startImport,
} from '@changming/application/imports';
import * as contract from '@changming/contract/imports';
import { errorWorkbook, standardLimits } from '@changming/documents/excel';
import { en, zhCN } from '@changming/phrases';

import { bytesOf } from '../../http/bytes.ts';
import { contextApp, served } from '../../http/context-app.ts';
import { wire } from '../../http/wire.ts';
import { templates } from './templates.ts';
import { toldAt } from './told-cells.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const imports = contextApp()
  .openapi(served(contract.listImports), async (c) => c.json(wire(await listImports(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.declareImport), async (c) => c.json(await declareImport(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.receiveImport), async (c) => {
    const content = await bytesOf(c, standardLimits.fileBytes);
    const hash = createHash('sha256').update(content).digest('hex');
    return c.json(await receiveImport(c.var.caller, { ...c.req.valid('param'), content, hash }), 202);
  })
  .openapi(served(contract.readImportTemplate), async (c) => {
    const { kind } = c.req.valid('param');
    const file = await templates[kind](await listUnitPaths(c.var.caller, {}), c.var.language);
    return c.body(new Uint8Array(file), 200, { 'content-type': xlsx, 'content-disposition': attachment(`${kind}-template.xlsx`) });
  })
  .openapi(served(contract.readImport), async (c) => c.json(wire(await readImport(c.var.caller, c.req.valid('param'))), 200))
  .openapi(served(contract.listImportRows), async (c) => {
    return c.json(wire(await listImportRows(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('query') })), 200);
  })
  .openapi(served(contract.listImportGroups), async (c) => {
    return c.json(wire(await listImportGroups(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('query') })), 200);
  })
  .openapi(served(contract.listImportRecords), async (c) => {
    return c.json(wire(await listImportRecords(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('query') })), 200);
  })
  .openapi(served(contract.answerImport), async (c) => {
    return c.json(await answerImport(c.var.caller, { ...c.req.valid('param'), answers: c.req.valid('json') }), 202);
  })
  .openapi(served(contract.startImport), async (c) => {
    return c.json(await startImport(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 202);
  })
  .openapi(served(contract.readImportErrors), async (c) => {
    const { batchId } = c.req.valid('param');
    const { cells, mask, fileName } = await listProblemCells(c.var.caller, { batchId });
    const { content } = await openImport(c.var.caller, { batchId });
    const words = c.var.language === 'en' ? en : zhCN;
    const marked = cells.map((each) => ({ sheet: each.sheet, cell: each.cell, message: toldAt(each, words) }));
    const { workbooks } = words.imports;
    const file = await errorWorkbook(content, marked, { mask, words: workbooks });
    const headers = { 'content-type': xlsx, 'content-disposition': attachment(`${workbooks.problems}-${fileName}`) };
    return c.body(new Uint8Array(file), 200, headers);
  });

/** RFC 6266: a plain name for old readers, the real one encoded. */
function attachment(name: string): string {
  return `attachment; filename="import.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
