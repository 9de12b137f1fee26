import {
  cancelDuplicate,
  closeIncident,
  confirmGate,
  confirmIncident,
  correctTimes,
  decideGrade,
  describeIncident,
  reclassifyIncident,
  recordFinding,
  reopenIncident,
  setResponsibility,
} from '@changming/application/incidents';
import * as contract from '@changming/contract/incidents';

import { contextApp, served } from '../../http/context-app.ts';
import { asSent } from '../../http/wire.ts';

export const cases = contextApp()
  .openapi(served(contract.confirmIncident), async (c) =>
    c.json(await confirmIncident(c.var.caller, { ...c.req.valid('param'), ...asSent(c.req.valid('json')) }), 200),
  )
  .openapi(served(contract.describeIncident), async (c) =>
    c.json(await describeIncident(c.var.caller, { ...c.req.valid('param'), ...asSent(c.req.valid('json')) }), 200),
  )
  .openapi(served(contract.correctTimes), async (c) =>
    c.json(await correctTimes(c.var.caller, { ...c.req.valid('param'), ...asSent(c.req.valid('json')) }), 200),
  )
  .openapi(served(contract.decideGrade), async (c) =>
    c.json(await decideGrade(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .openapi(served(contract.setResponsibility), async (c) =>
    c.json(await setResponsibility(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.recordFinding), async (c) =>
    c.json(await recordFinding(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .openapi(served(contract.confirmGate), async (c) =>
    c.json(await confirmGate(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .openapi(served(contract.closeIncident), async (c) =>
    c.json(await closeIncident(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.reopenIncident), async (c) =>
    c.json(await reopenIncident(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.cancelDuplicate), async (c) =>
    c.json(await cancelDuplicate(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.reclassifyIncident), async (c) =>
    c.json(await reclassifyIncident(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  );
