import {
  cancelSession,
  closeSession,
  correctCredit,
  createSession,
  dismissPeople,
  editSession,
  expectPeople,
  listSessions,
  listTeam,
  markAttendance,
  readMyTraining,
  readSession,
  recordQuickSession,
  signIn,
} from '@changming/application/training';
import * as contract from '@changming/contract/training';

import { contextApp, served } from '../../http/context-app.ts';
import { wire } from '../../http/wire.ts';

export const sessions = contextApp()
  .openapi(served(contract.listSessions), async (c) => c.json(wire(await listSessions(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.readSession), async (c) => c.json(wire(await readSession(c.var.caller, c.req.valid('param'))), 200))
  .openapi(served(contract.createSession), async (c) => c.json(await createSession(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.editSession), async (c) =>
    c.json(await editSession(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.expectPeople), async (c) =>
    c.json(await expectPeople(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.dismissPeople), async (c) =>
    c.json(await dismissPeople(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.markAttendance), async (c) =>
    c.json(await markAttendance(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.closeSession), async (c) =>
    c.json(await closeSession(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.cancelSession), async (c) =>
    c.json(await cancelSession(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.recordQuickSession), async (c) => c.json(await recordQuickSession(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.correctCredit), async (c) =>
    c.json(await correctCredit(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .openapi(served(contract.listTeam), async (c) => c.json(await listTeam(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.signIn), async (c) => c.json(wire(await signIn(c.var.caller, c.req.valid('json'))), 200))
  .openapi(served(contract.readMyTraining), async (c) => c.json(wire(await readMyTraining(c.var.caller, {})), 200));
