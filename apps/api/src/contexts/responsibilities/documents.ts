import { exportLetters, readLetter } from '@changming/application/responsibilities';
import * as contract from '@changming/contract/responsibilities';
import { press } from '@changming/documents/paper';
import { letterSheet, printedLetter } from '@changming/documents/responsibilities';

import { contextApp, served } from '../../http/context-app.ts';
import { attachment } from '../../http/file-answer.ts';

/** Files: to be registered before the routes whose paths theirs would fit too. */
export const documents = contextApp()
  .openapi(served(contract.exportLetters), async (c) => {
    const { rows, today } = await exportLetters(c.var.caller, c.req.valid('query'));
    const data = letterSheet(rows, { language: c.var.language, madeAt: c.var.house.clock.now() });
    return c.body(await press({ kind: 'data', data }), 200, attachment(`${data.sheet}-${today}`, 'xlsx'));
  })
  .openapi(served(contract.printLetter), async (c) => {
    const letter = await readLetter(c.var.caller, c.req.valid('param'));
    const prose = printedLetter(letter, c.var.language);
    return c.body(await press({ kind: 'prose', prose }), 200, attachment(`${prose.title} ${letter.unit} ${letter.person}`, 'docx'));
  })
  .openapi(served(contract.printLetterPdf), async (c) => {
    const letter = await readLetter(c.var.caller, c.req.valid('param'));
    const prose = printedLetter(letter, c.var.language);
    const file = await press({ kind: 'prosePdf', prose, madeAt: c.var.house.clock.now() });
    return c.body(file, 200, attachment(`${prose.title} ${letter.unit} ${letter.person}`, 'pdf'));
  });
