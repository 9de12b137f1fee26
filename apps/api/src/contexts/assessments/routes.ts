import { createAssessment, listAssessments } from '@changming/application/assessments';
import * as contract from '@changming/contract/assessments';

import { contextApp, served } from '../../http/context-app.ts';

export const assessments = contextApp()
  .openapi(served(contract.listAssessments), async (c) => c.json(await listAssessments(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.createAssessment), async (c) => c.json(await createAssessment(c.var.caller, c.req.valid('json')), 201));
