import {
  acceptHazard,
  askForDelisting,
  askForExtension,
  askToVoid,
  assignHazard,
  assignInspector,
  assignMany,
  concludeLookBack,
  confirmMajor,
  countersignDenial,
  decideOnDelisting,
  decideOnExtension,
  decideOnTreatment,
  decideOnVoid,
  draftTreatment,
  evaluateTreatment,
  fixHazardOnTheSpot,
  giveUpAfterPhoto,
  giveUpBeforePhoto,
  listHazard,
  listFailedMeasures,
  nameFailedMeasure,
  noteOnHazard,
  proposeDenial,
  registerHazard,
  reopenHazard,
  replanHazard,
  reportHazard,
  reportProgress,
  sendBackHazard,
  startHazard,
  submitHazard,
  suggestMajorHazard,
  tellAuthority,
  triageHazard,
  withdrawExtensionRequest,
  withdrawVoidRequest,
} from '@changming/application/hazards';
import * as contract from '@changming/contract/hazards';

import { contextApp, served } from '../../http/context-app.ts';

/** Each step is one call: the id from the address, the rest from the body. */
const loop = contextApp()
  .openapi(served(contract.reportHazard), async (c) => {
    const report = c.req.valid('json');
    return c.json(await reportHazard(c.var.caller, { ...report, foundAt: report.foundAt.toISOString() }), 201);
  })
  .openapi(served(contract.assignMany), async (c) => c.json({ items: await assignMany(c.var.caller, c.req.valid('json')) }, 200))
  .openapi(served(contract.registerHazard), async (c) =>
    c.json(await registerHazard(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.assignHazard), async (c) =>
    c.json(await assignHazard(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.triageHazard), async (c) =>
    c.json(await triageHazard(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.replanHazard), async (c) =>
    c.json(await replanHazard(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.startHazard), async (c) => c.json(await startHazard(c.var.caller, c.req.valid('param')), 200))
  .openapi(served(contract.submitHazard), async (c) =>
    c.json(await submitHazard(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.fixOnTheSpot), async (c) =>
    c.json(await fixHazardOnTheSpot(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.sendBackHazard), async (c) =>
    c.json(await sendBackHazard(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.acceptHazard), async (c) =>
    c.json(await acceptHazard(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.reopenHazard), async (c) =>
    c.json(await reopenHazard(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  );

const requests = contextApp()
  .openapi(served(contract.askExtension), async (c) =>
    c.json(await askForExtension(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.withdrawExtension), async (c) => c.json(await withdrawExtensionRequest(c.var.caller, c.req.valid('param')), 200))
  .openapi(served(contract.decideExtension), async (c) =>
    c.json(await decideOnExtension(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.askVoid), async (c) =>
    c.json(await askToVoid(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.withdrawVoid), async (c) => c.json(await withdrawVoidRequest(c.var.caller, c.req.valid('param')), 200))
  .openapi(served(contract.decideVoid), async (c) =>
    c.json(await decideOnVoid(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.giveUpBeforePhoto), async (c) =>
    c.json(await giveUpBeforePhoto(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.giveUpAfterPhoto), async (c) =>
    c.json(await giveUpAfterPhoto(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.nameFailedMeasure), async (c) =>
    c.json(await nameFailedMeasure(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.listFailedMeasures), async (c) => c.json(await listFailedMeasures(c.var.caller, c.req.valid('param')), 200))
  .openapi(served(contract.noteOnHazard), async (c) =>
    c.json(await noteOnHazard(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  );

const majors = contextApp()
  .openapi(served(contract.suggestMajor), async (c) =>
    c.json(await suggestMajorHazard(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.confirmMajor), async (c) => c.json(await confirmMajor(c.var.caller, c.req.valid('param')), 200))
  .openapi(served(contract.proposeDenial), async (c) =>
    c.json(await proposeDenial(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.countersignDenial), async (c) => c.json(await countersignDenial(c.var.caller, c.req.valid('param')), 200))
  .openapi(served(contract.tellAuthority), async (c) =>
    c.json(await tellAuthority(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.draftTreatment), async (c) =>
    c.json(await draftTreatment(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.decideTreatment), async (c) =>
    c.json(await decideOnTreatment(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.evaluateTreatment), async (c) =>
    c.json(await evaluateTreatment(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  );

const supervision = contextApp()
  .openapi(served(contract.listForSupervision), async (c) =>
    c.json(await listHazard(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.reportProgress), async (c) =>
    c.json(await reportProgress(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.askDelisting), async (c) =>
    c.json(await askForDelisting(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.decideDelisting), async (c) =>
    c.json(await decideOnDelisting(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.assignInspector), async (c) =>
    c.json(await assignInspector(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.concludeLookBack), async (c) =>
    c.json(await concludeLookBack(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  );

export const steps = [loop, requests, majors, supervision] as const;
