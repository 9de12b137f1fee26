import type { IncidentFilter } from '@changming/domain/incidents';
import { z } from 'zod';

import { command, query } from '../context.ts';
import { atOnce, documentVerbs, type Making, nextAfter, orderedRows, orderLanguage as language, orderList } from '../documents/index.ts';
import { incidentsWanted, withPaths } from './export-incidents.ts';
import { picked } from './list-incidents.ts';

const context = 'incidents';
type List = 'ledger';
type Rows = { readonly rows: Awaited<ReturnType<typeof withPaths<Picked>>> };
type Picked = Awaited<ReturnType<Awaited<ReturnType<typeof picked>>['execute']>>[number];

/** 由后台生成事件台账: for whoever orders it; a notice tells when it is ready. */
export const orderIncidents = command({
  permission: 'incidents.export',
  name: 'incidents.orderDocument',
  input: z.strictObject({ language, filter: incidentsWanted }),
  run: async (work, wanted) => orderList(work, { context, list: 'ledger', ...wanted }, await picked(work, wanted.filter)),
});

/** 制作: the rows of an order, all of one state of the database. Answers null when it has been made already. */
export const readDocumentRows = query({
  permission: 'incidents.export',
  run: (work, making: Making<List, Rows>) =>
    orderedRows(work, { context, ...making }, async ({ filter }, after) => {
      const from = after === undefined ? undefined : ([...after] as [string, string]);
      const rows = await (await picked(work, { ...(filter as IncidentFilter), after: from })).limit(atOnce).execute();
      return { rows: await withPaths(work, rows), next: nextAfter(rows, ({ occurredOn, id }) => [occurredOn, id]) };
    }),
});

export const { listDocuments, keepDocument, readDocument, takeDocument, readDocumentPart } = documentVerbs<List>(context, ['ledger']);
