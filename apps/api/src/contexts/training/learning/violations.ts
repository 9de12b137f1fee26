import {
  checkBehaviour,
  completeRetraining,
  exportViolations,
  findPeople,
  handleViolation,
  listBehaviourChecks,
  listGoodActs,
  listMyViolations,
  listViolations,
  praise,
  readViolation,
  recordViolation,
  reEducate,
  voidViolation,
} from '@changming/application/training';
import * as contract from '@changming/contract/training';
import { violationSheet } from '@changming/documents/learning';
import { press } from '@changming/documents/paper';

import { contextApp, served } from '../../../http/context-app.ts';
import { attachment } from '../../../http/file-answer.ts';
import { wire } from '../../../http/wire.ts';

export const violations = contextApp()
  .openapi(served(contract.listViolations), async (c) => c.json(wire(await listViolations(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.findPeople), async (c) => c.json(await findPeople(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.exportViolations), async (c) => {
    const { rows, today } = await exportViolations(c.var.caller, c.req.valid('query'));
    const data = violationSheet(rows, { language: c.var.language, madeAt: c.var.house.clock.now() });
    return c.body(await press({ kind: 'data', data }), 200, attachment(`${data.sheet}-${today}`, 'xlsx'));
  })
  .openapi(served(contract.listMyViolations), async (c) => c.json(wire(await listMyViolations(c.var.caller, {})), 200))
  .openapi(served(contract.readViolation), async (c) => c.json(wire(await readViolation(c.var.caller, c.req.valid('param'))), 200))
  .openapi(served(contract.recordViolation), async (c) => c.json(await recordViolation(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.handleViolation), async (c) =>
    c.json(await handleViolation(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.reEducate), async (c) =>
    c.json(await reEducate(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.voidViolation), async (c) =>
    c.json(await voidViolation(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.completeRetraining), async (c) =>
    c.json(await completeRetraining(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.listGoodActs), async (c) => c.json(wire(await listGoodActs(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.praise), async (c) => c.json(await praise(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.listBehaviourChecks), async (c) =>
    c.json(wire(await listBehaviourChecks(c.var.caller, c.req.valid('query'))), 200),
  )
  .openapi(served(contract.checkBehaviour), async (c) => c.json(await checkBehaviour(c.var.caller, c.req.valid('json')), 201));
