import { type ActionConditions, exportActionsInput } from '@changming/domain/actions';
import { z } from 'zod';

import { command, query } from '../context.ts';
import { atOnce, documentVerbs, type Making, nextAfter, orderedRows, orderLanguage as language, orderList } from '../documents/index.ts';
import { forPaper } from './export-actions.ts';
import { picked } from './list-actions.ts';

const context = 'actions';
type List = 'ledger';
type Rows = { readonly rows: Awaited<ReturnType<typeof forPaper>> };

/** 由后台生成整改措施台账: for whoever orders it; a notice tells when it is ready. */
export const orderActions = command({
  permission: 'actions.export',
  name: 'actions.orderDocument',
  input: z.strictObject({ language, filter: exportActionsInput }),
  run: async (work, wanted) => orderList(work, { context, list: 'ledger', ...wanted }, await picked(work, wanted.filter)),
});

/** 制作: the rows of an order, all of one state of the database. Answers null when it has been made already. */
export const readDocumentRows = query({
  permission: 'actions.export',
  run: (work, making: Making<List, Rows>) =>
    orderedRows(work, { context, ...making }, async ({ filter }, after) => {
      const from = after === undefined ? undefined : ([...after] as [string, string]);
      const rows = await (await picked(work, { ...(filter as ActionConditions), after: from })).limit(atOnce).execute();
      return { rows: await forPaper(work, rows), next: nextAfter(rows, ({ dueOn, id }) => [dueOn, id]) };
    }),
});

export const { listDocuments, keepDocument, readDocument, takeDocument, readDocumentPart } = documentVerbs<List>(context, ['ledger']);
