import {
  addPaper,
  addSitters,
  beginAttempt,
  cancelExam,
  excuseSeat,
  exportResults,
  handIn,
  listExams,
  listMyExams,
  listPapers,
  listSeats,
  readAttempt,
  readExam,
  readMyExam,
  retirePaper,
  revisePaper,
  saveAnswers,
  setExam,
} from '@changming/application/training';
import * as contract from '@changming/contract/training';
import { resultSheet } from '@changming/documents/learning';
import { press } from '@changming/documents/paper';

import { contextApp, served } from '../../../http/context-app.ts';
import { attachment } from '../../../http/file-answer.ts';
import { wire } from '../../../http/wire.ts';

export const exams = contextApp()
  .openapi(served(contract.listPapers), async (c) => c.json(wire(await listPapers(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.addPaper), async (c) => c.json(await addPaper(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.revisePaper), async (c) =>
    c.json(await revisePaper(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.retirePaper), async (c) =>
    c.json(await retirePaper(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.listExams), async (c) => c.json(wire(await listExams(c.var.caller, c.req.valid('query'))), 200))
  .openapi(served(contract.readExam), async (c) => c.json(wire(await readExam(c.var.caller, c.req.valid('param'))), 200))
  .openapi(served(contract.listSeats), async (c) =>
    c.json(wire(await listSeats(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('query') })), 200),
  )
  .openapi(served(contract.exportResults), async (c) => {
    const { rows, title, today } = await exportResults(c.var.caller, c.req.valid('param'));
    const data = resultSheet(rows, { language: c.var.language, madeAt: c.var.house.clock.now() });
    return c.body(await press({ kind: 'data', data }), 200, attachment(`${title}-${today}`, 'xlsx'));
  })
  .openapi(served(contract.setExam), async (c) => c.json(await setExam(c.var.caller, c.req.valid('json')), 201))
  .openapi(served(contract.addSitters), async (c) =>
    c.json(await addSitters(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.excuseSeat), async (c) => {
    await excuseSeat(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') });
    return c.body(null, 204);
  })
  .openapi(served(contract.cancelExam), async (c) =>
    c.json(await cancelExam(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.listMyExams), async (c) => c.json(wire(await listMyExams(c.var.caller, {})), 200))
  .openapi(served(contract.readMyExam), async (c) => c.json(wire(await readMyExam(c.var.caller, c.req.valid('param'))), 200))
  .openapi(served(contract.beginAttempt), async (c) =>
    c.json(wire(await beginAttempt(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') })), 201),
  )
  .openapi(served(contract.readAttempt), async (c) => c.json(wire(await readAttempt(c.var.caller, c.req.valid('param'))), 200))
  .openapi(served(contract.saveAnswers), async (c) =>
    c.json(await saveAnswers(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  .openapi(served(contract.handIn), async (c) =>
    c.json(wire(await handIn(c.var.caller, { ...c.req.valid('param'), ...c.req.valid('json') })), 200),
  );
