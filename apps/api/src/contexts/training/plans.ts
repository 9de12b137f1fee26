import {
  approvePlan,
  draftPlan,
  keepCourse,
  listCourses,
  listPlans,
  proposePlan,
  readPlan,
  retireCourse,
  setPlanLines,
  startGate,
} from '@changming/application/training';
import * as contract from '@changming/contract/training';

import { contextApp, served } from '../../http/context-app.ts';

export const plans = contextApp()
  .openapi(served(contract.listCourses), async (c) => c.json(await listCourses(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.keepCourse), async (c) => c.json(await keepCourse(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.retireCourse), async (c) =>
    c.json(await retireCourse(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.listPlans), async (c) => c.json(await listPlans(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.readPlan), async (c) => c.json(await readPlan(c.var.caller, c.req.valid('param')), 200))
  .openapi(served(contract.proposePlan), async (c) => c.json(await proposePlan(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.draftPlan), async (c) => c.json(await draftPlan(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.setPlanLines), async (c) =>
    c.json(await setPlanLines(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.approvePlan), async (c) => c.json(await approvePlan(c.var.caller, c.req.valid('param')), 200))
  .openapi(served(contract.startGate), async (c) => c.json(await startGate(c.var.caller, c.req.valid('json')), 201));
