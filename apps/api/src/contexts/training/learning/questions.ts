import {
  addQuestion,
  enterQuestions,
  exportQuestions,
  listQuestions,
  mayEditQuestions,
  mayReadQuestions,
  retireQuestion,
  reviseQuestion,
} from '@changming/application/training';
import * as contract from '@changming/contract/training';
import { readWorkbook, standardLimits } from '@changming/documents/excel';
import { questionSheet, questionTemplate, readQuestions } from '@changming/documents/learning';
import { press } from '@changming/documents/paper';

import { bytesOf } from '../../../http/bytes.ts';
import { contextApp, served } from '../../../http/context-app.ts';
import { attachment } from '../../../http/file-answer.ts';

export const questions = contextApp()
  .openapi(served(contract.listQuestions), async (c) => c.json(await listQuestions(c.var.caller, c.req.valid('query')), 200))
  .openapi(served(contract.readQuestionTemplate), async (c) => {
    await mayReadQuestions(c.var.caller, {});
    return c.body(new Uint8Array(await questionTemplate(c.var.language)), 200, attachment('questions-template', 'xlsx'));
  })
  .openapi(served(contract.addQuestion), async (c) => c.json(await addQuestion(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.reviseQuestion), async (c) =>
    c.json(await reviseQuestion(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.retireQuestion), async (c) =>
    c.json(await retireQuestion(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.exportQuestions), async (c) => {
    const { rows, today } = await exportQuestions(c.var.caller, c.req.valid('query'));
    const data = questionSheet(rows, { language: c.var.language, madeAt: c.var.house.clock.now() });
    return c.body(await press({ kind: 'data', data }), 200, attachment(`${data.sheet}-${today}`, 'xlsx'));
  })
  .openapi(served(contract.enterQuestions), async (c) => {
    const { unitId, dryRun } = c.req.valid('query');
    await mayEditQuestions(c.var.caller, { unitId });
    const { rows, problems } = readQuestions(await readWorkbook(await bytesOf(c, standardLimits.fileBytes)));
    const asked = dryRun === 'true' || problems.length > 0;
    if (rows.length === 0) return c.json({ dryRun: asked, problems, verdicts: [] }, 200);
    const { verdicts } = await enterQuestions(c.var.caller, { unitId, dryRun: asked, rows });
    return c.json({ dryRun: asked, problems, verdicts: [...verdicts] }, 200);
  });
