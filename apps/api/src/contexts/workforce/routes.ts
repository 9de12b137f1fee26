import {
  appoint,
  createPerson,
  editPerson,
  endAbsence,
  endAppointment,
  findByIdentity,
  handOver,
  leave,
  liftGate,
  listAppointments,
  listOverrides,
  listPersons,
  listUnitsWithoutFirst,
  pickByStaffNo,
  readDuties,
  readGate,
  readPerson,
  recordAbsence,
  rejoin,
  unmask,
  whoWasResponsible,
} from '@changming/application/workforce';
import * as contract from '@changming/contract/workforce';

import { contextApp, served } from '../../http/context-app.ts';
import { tagged, wantedVersion } from '../../http/versions.ts';
import { wire } from '../../http/wire.ts';
import { certificates } from './certificates.ts';
import { watch } from './watch.ts';

const persons = contextApp()
  .openapi(served(contract.listPersons), async (c) => c.json(await listPersons(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.readPerson), async (c) => {
    const person = await readPerson(c.var.caller, c.req.valid('param'));
    tagged(c, person.version);
    return c.json(wire(person), 200);
  })
  .openapi(served(contract.createPerson), async (c) => c.json(await createPerson(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.editPerson), async (c) => {
    const wanted = { ...c.req.valid('param'), ...c.req.valid('json'), version: wantedVersion(c) };
    const saved = await editPerson(c.var.caller, wanted);
    tagged(c, saved.version);
    return c.json(saved, 200);
  })
  .openapi(served(contract.rejoin), async (c) =>
    c.json(await rejoin(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.leave), async (c) => c.json(await leave(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200))
  .openapi(served(contract.handOver), async (c) =>
    c.json(await handOver(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.readDuties), async (c) => c.json(await readDuties(c.var.caller, c.req.valid('param')), 200))
  .openapi(served(contract.unmask), async (c) =>
    c.json(await unmask(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.findByIdentity), async (c) => c.json(await findByIdentity(c.var.caller, c.req.valid('json')), 200))
  .openapi(served(contract.pickByStaffNo), async (c) => c.json(await pickByStaffNo(c.var.caller, c.req.valid('json')), 200))
  .openapi(served(contract.appoint), async (c) => c.json(await appoint(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.endAppointment), async (c) =>
    c.json(await endAppointment(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.listAppointments), async (c) =>
    c.json({ items: await listAppointments(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('query') }) }, 200),
  )
  .openapi(served(contract.recordAbsence), async (c) =>
    c.json(await recordAbsence(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .openapi(served(contract.endAbsence), async (c) =>
    c.json(await endAbsence(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.whoWasResponsible), async (c) => c.json(wire(await whoWasResponsible(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.listUnitsWithoutFirst), async (c) =>
    c.json(await listUnitsWithoutFirst(c.var.caller, c.req.valid('query')), 200),
  )
  .openapi(served(contract.readGate), async (c) =>
    c.json(await readGate(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('query') }), 200),
  )
  .openapi(served(contract.liftGate), async (c) => c.json(await liftGate(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.listOverrides), async (c) => c.json(await listOverrides(c.var.caller, c.req.valid('query')), 200));

export const workforce = contextApp();
for (const part of [certificates, persons, watch]) workforce.route('/', part);
