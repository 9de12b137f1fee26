import { listDocuments, orderLedger, orderList, readDocument, readDocumentPart, takeDocument } from '@changming/application/hazards';
import * as contract from '@changming/contract/hazards';

import { contextApp, served } from '../../http/context-app.ts';
import { resumableFile } from '../../http/resumable-file.ts';
import { wire } from '../../http/wire.ts';

/** 由后台生成的台账和清单: to be registered before `/hazards/{hazardId}`. */
export const documents = contextApp()
  .openapi(served(contract.orderList), async (c) => {
    const { list } = c.req.valid('json');
    return c.json(await orderList(c.var.caller, { list, language: c.var.language, filter: c.req.valid('query') }), 202);
  })
  .openapi(served(contract.orderLedger), async (c) =>
    c.json(await orderLedger(c.var.caller, { language: c.var.language, filter: c.req.valid('query') }), 202),
  )
  .openapi(served(contract.listDocuments), async (c) => c.json(wire(await listDocuments(c.var.caller, undefined)), 200))
  .openapi(served(contract.takeDocument), async (c) =>
    resumableFile(c, { readDocument, readDocumentPart, takeDocument }, c.req.valid('param')),
  );
