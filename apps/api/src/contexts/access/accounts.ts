import {
  candidatesByStaffNo,
  createAccounts,
  disableAccount,
  enableAccount,
  endAllSessions,
  listAccounts,
  listCandidates,
  readAccount,
  removeTotp,
  resetPassword,
  unlockAccount,
} from '@changming/application/access';
import * as contract from '@changming/contract/access';

import { contextApp, served } from '../../http/context-app.ts';
import { wire } from '../../http/wire.ts';

/** 账号: what the system administrator does with other people's accounts. */
export const accounts = contextApp()
  .openapi(served(contract.listAccounts), async (c) => c.json(wire(await listAccounts(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.listCandidates), async (c) => c.json(await listCandidates(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.candidatesByStaffNo), async (c) => c.json(await candidatesByStaffNo(c.var.caller, c.req.valid('json')), 200))
  .openapi(served(contract.createAccounts), async (c) => c.json(await createAccounts(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.readAccount), async (c) => c.json(wire(await readAccount(c.var.caller, c.req.valid('param'))), 200))
  .openapi(served(contract.resetPassword), async (c) =>
    c.json(await resetPassword(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.disableAccount), async (c) => {
    await disableAccount(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') });
    return c.body(null, 204);
  })
  .openapi(served(contract.enableAccount), async (c) => {
    await enableAccount(c.var.caller, c.req.valid('param'));
    return c.body(null, 204);
  })
  .openapi(served(contract.unlockAccount), async (c) => {
    await unlockAccount(c.var.caller, c.req.valid('param'));
    return c.body(null, 204);
  })
  .openapi(served(contract.endAllSessions), async (c) => c.json(await endAllSessions(c.var.caller, c.req.valid('param')), 200))
  .openapi(served(contract.removeTotp), async (c) => {
    await removeTotp(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') });
    return c.body(null, 204);
  });
