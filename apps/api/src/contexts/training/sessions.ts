import {
  cancelSession,
  closeSession,
  correctCredit,
  createSession,
  dismissPeople,
  editSession,
  expectPeople,
  exportAttendance,
  exportSessions,
  listSessions,
  listTeam,
  markAttendance,
  readMyTraining,
  readSession,
  recordQuickSession,
  signIn,
} from '@changming/application/training';
import * as contract from '@changming/contract/training';
import { press } from '@changming/documents/paper';
import { attendanceSheet } from '@changming/documents/training';

import { contextApp, served } from '../../http/context-app.ts';
import { attachment } from '../../http/file-answer.ts';
import { wire } from '../../http/wire.ts';

export const sessions = contextApp()
  .openapi(served(contract.listSessions), async (c) => c.json(wire(await listSessions(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.exportSessions), async (c) => {
    const { rows, today } = await exportSessions(c.var.caller, c.req.valid('query'));
    const data = attendanceSheet(rows, { language: c.var.language, madeAt: c.var.house.clock.now() });
    return c.body(await press({ kind: 'data', data }), 200, attachment(`${data.sheet}-${today}`, 'xlsx'));
  })
  .openapi(served(contract.exportAttendance), async (c) => {
    const { session, people, today } = await exportAttendance(c.var.caller, c.req.valid('param'));
    const roll = { session, people, madeAt: c.var.house.clock.now() };
    return c.body(await press({ kind: 'roll', roll }), 200, attachment(`${session.title}-${session.heldOn ?? today}`, 'xlsx'));
  })
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
