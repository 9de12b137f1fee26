import {
  askForMoreTime,
  assessEffect,
  assignAction,
  cancelAction,
  countActions,
  decideOnMoreTime,
  exportActions,
  listActions,
  listDocuments,
  listOwnActions,
  orderActions,
  readAction,
  readDocument,
  readDocumentPart,
  reassignAction,
  replaceVerifier,
  sendBackAction,
  submitAction,
  takeDocument,
  verifyAction,
} from '@changming/application/actions';
import * as contract from '@changming/contract/actions';
import { actionSheet } from '@changming/documents/actions';
import { press } from '@changming/documents/paper';

import { contextApp, served } from '../../http/context-app.ts';
import { attachment } from '../../http/file-answer.ts';
import { resumableFile } from '../../http/resumable-file.ts';
import { wire } from '../../http/wire.ts';

const reads = contextApp()
  .openapi(served(contract.listActions), async (c) => c.json(await listActions(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.countActions), async (c) => c.json(await countActions(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.listOwnActions), async (c) => c.json(await listOwnActions(c.var.caller, undefined), 200))
  .openapi(served(contract.exportActions), async (c) => {
    const { rows, today } = await exportActions(c.var.caller, c.req.valid('query'));
    const data = actionSheet(rows, { language: c.var.language, madeAt: c.var.house.clock.now() });
    return c.body(await press({ kind: 'data', data }), 200, attachment(`${data.sheet}-${today}`, 'xlsx'));
  })
  .openapi(served(contract.orderActions), async (c) =>
    c.json(await orderActions(c.var.caller, { language: c.var.language, filter: c.req.valid('query') }), 202),
  )
  .openapi(served(contract.listDocuments), async (c) => c.json(wire(await listDocuments(c.var.caller, undefined)), 200))
  .openapi(served(contract.takeDocument), async (c) =>
    resumableFile(c, { readDocument, readDocumentPart, takeDocument }, c.req.valid('param')),
  )
  .openapi(served(contract.readAction), async (c) => c.json(wire(await readAction(c.var.caller, c.req.valid('param'))), 200));

const steps = contextApp()
  .openapi(served(contract.assignAction), async (c) => c.json(await assignAction(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.submitAction), async (c) =>
    c.json(await submitAction(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.sendBackAction), async (c) =>
    c.json(await sendBackAction(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.verifyAction), async (c) =>
    c.json(await verifyAction(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.cancelAction), async (c) =>
    c.json(await cancelAction(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.reassignAction), async (c) =>
    c.json(await reassignAction(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.replaceVerifier), async (c) =>
    c.json(await replaceVerifier(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.assessEffect), async (c) =>
    c.json(await assessEffect(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.askForMoreTime), async (c) =>
    c.json(await askForMoreTime(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.decideOnMoreTime), async (c) =>
    c.json(await decideOnMoreTime(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  );

export const actions = contextApp();
for (const part of [reads, steps]) actions.route('/', part);
