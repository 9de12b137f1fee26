import { listLedgerAnswers, takeBackLedgerAnswer } from '@changming/application/hazards';
import * as contract from '@changming/contract/hazards';

import { contextApp, served } from '../../http/context-app.ts';
import { wire } from '../../http/wire.ts';

export const ledgerAnswers = contextApp()
  .openapi(served(contract.listLedgerAnswers), async (c) => c.json(wire(await listLedgerAnswers(c.var.caller, c.req.valid('param'))), 200))
  .openapi(served(contract.takeBackLedgerAnswer), async (c) => {
    await takeBackLedgerAnswer(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') });
    return c.body(null, 204);
  });
