import {
  addWorkdays,
  endRule,
  keepClause,
  listClauses,
  listEditions,
  listRules,
  listRuleVersions,
  readCalendar,
  readClause,
  setDays,
  setRule,
} from '@changming/application/standards';
import * as contract from '@changming/contract/standards';

import { contextApp, served } from '../../http/context-app.ts';

export const standards = contextApp()
  .openapi(served(contract.listRules), async (c) => c.json({ items: await listRules(c.var.caller, c.req.valid('query')) }, 200))
  .openapi(served(contract.listRuleVersions), async (c) =>
    c.json({ items: await listRuleVersions(c.var.caller, c.req.valid('param')) }, 200),
  )
  .openapi(served(contract.setRule), async (c) => c.json(await setRule(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.endRule), async (c) => {
    await endRule(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') });
    return c.body(null, 204);
  })
  .openapi(served(contract.listClauses), async (c) => c.json(await listClauses(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.readClause), async (c) => c.json({ items: await readClause(c.var.caller, c.req.valid('param')) }, 200))
  .openapi(served(contract.keepClause), async (c) => c.json(await keepClause(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.listEditions), async (c) => c.json({ items: await listEditions(c.var.caller, c.req.valid('query')) }, 200))
  .openapi(served(contract.readCalendar), async (c) => c.json(await readCalendar(c.var.caller, c.req.valid('param')), 200))
  .openapi(served(contract.setDays), async (c) =>
    c.json(await setDays(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.addWorkdays), async (c) => c.json(await addWorkdays(c.var.caller, c.req.valid('query')), 200));
