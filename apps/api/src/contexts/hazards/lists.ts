import { exportLedger, exportList, listThreeLists, reconcileUnits } from '@changming/application/hazards';
import * as contract from '@changming/contract/hazards';
import { ledgerSheet, type ListContent, listName, listPaper } from '@changming/documents/lists';
import { press } from '@changming/documents/paper';

import { contextApp, served } from '../../http/context-app.ts';
import { attachment } from '../../http/file-answer.ts';
import { wire } from '../../http/wire.ts';

const types = { excel: 'xlsx', word: 'docx' } as const;

/** 三清单: to be registered before `/hazards/{hazardId}`, which their paths would fit too. */
export const lists = contextApp()
  .openapi(served(contract.listThreeLists), async (c) => c.json(wire(await listThreeLists(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.reconcileUnits), async (c) => c.json(wire(await reconcileUnits(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.exportList), async (c) => {
    const { list, format, photos } = c.req.valid('json');
    const filter = c.req.valid('query');
    const { thumbs, ...found } = await exportList(c.var.caller, c.var.files, { ...filter, list, format, photos });
    const content: ListContent = { ...found, from: filter.foundFrom, to: filter.foundTo, thumbs: photos ? thumbs : null };
    const how = { list, language: c.var.language, madeAt: c.var.house.clock.now() };
    const file = await press({ kind: format, paper: listPaper(content, how) });
    return c.body(file, 200, attachment(listName(content, how), types[format]));
  })
  .openapi(served(contract.exportLedger), async (c) => {
    const { rows, units, today } = await exportLedger(c.var.caller, c.req.valid('query'));
    const data = ledgerSheet(rows, { language: c.var.language, madeAt: c.var.house.clock.now() });
    return c.body(await press({ kind: 'data', data }), 200, attachment(`${units.join('、')}${data.sheet}-${today}`, 'xlsx'));
  });
