import {
  assessLetters,
  closeCampaign,
  draftCampaign,
  editCampaign,
  issueLetters,
  listCampaigns,
  listLetters,
  listOwnLetters,
  openCampaign,
  readCoverage,
  readLetter,
  signLetter,
} from '@changming/application/responsibilities';
import * as contract from '@changming/contract/responsibilities';

import { contextApp, served } from '../../http/context-app.ts';
import { wire } from '../../http/wire.ts';

export const letters = contextApp()
  .openapi(served(contract.listLetters), async (c) => c.json(wire(await listLetters(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.listOwnLetters), async (c) => c.json(wire(await listOwnLetters(c.var.caller, {})), 200))
  .openapi(served(contract.readCoverage), async (c) => c.json(await readCoverage(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.readLetter), async (c) => c.json(wire(await readLetter(c.var.caller, c.req.valid('param'))), 200))
  .openapi(served(contract.issueLetters), async (c) => c.json(await issueLetters(c.var.caller, c.req.valid('json')), 200))
  .openapi(served(contract.signLetter), async (c) =>
    c.json(await signLetter(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.assessLetters), async (c) => c.json(await assessLetters(c.var.caller, c.req.valid('json')), 200))
  .openapi(served(contract.listCampaigns), async (c) => c.json(await listCampaigns(c.var.caller, {}), 200))
  .openapi(served(contract.draftCampaign), async (c) => c.json(await draftCampaign(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.editCampaign), async (c) =>
    c.json(await editCampaign(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.openCampaign), async (c) => c.json(await openCampaign(c.var.caller, c.req.valid('param')), 200))
  .openapi(served(contract.closeCampaign), async (c) => c.json(await closeCampaign(c.var.caller, c.req.valid('param')), 200));
