import type { OccurrenceFilter, PlanFilter } from '@changming/domain/inspections';

import { query, type Reading } from '../context.ts';
import {
  type After,
  atOnce,
  type DocumentInMaking as InMaking,
  documentVerbs,
  type Making,
  nextAfter,
  orderedRows,
} from '../documents/index.ts';
import { selected } from './list-occurrences.ts';
import { withDoers } from './occurrence-store.ts';
import { picked, shown } from './read-plans.ts';

type Pages = { readonly occurrences: typeof occurrencesAfter; readonly plans: typeof plansAfter };
type Rows<List extends keyof Pages> = Awaited<ReturnType<Pages[List]>>['rows'];
/** Rows of the list that was ordered. */
export type DocumentRows = { [List in keyof Pages]: { readonly list: List; readonly rows: Rows<List> } }[keyof Pages];

export type DocumentInMaking = InMaking<keyof Pages>;

/** 制作: the rows of an order, all of one state of the database. Answers null when it has been made already. */
export const readDocumentRows = query({
  permission: 'inspections.export',
  run: (work, making: Making<keyof Pages, DocumentRows>) =>
    orderedRows(work, { context: 'inspections', ...making }, async ({ list, filter }, after) =>
      list === 'plans'
        ? { list, ...(await plansAfter(work, filter as PlanFilter, after)) }
        : { list, ...(await occurrencesAfter(work, filter as OccurrenceFilter, after)) },
    ),
});

async function occurrencesAfter(work: Reading, filter: OccurrenceFilter, after: After) {
  const rows = await (await selected(work, { ...filter, after: after === undefined ? undefined : [...after] }))
    .orderBy('o.on_day')
    .orderBy('o.id')
    .limit(atOnce)
    .execute();
  return { rows: await withDoers(work, rows), next: nextAfter(rows, ({ on, id }) => [on, id]) };
}

async function plansAfter(work: Reading, filter: PlanFilter, after: After) {
  const rows = await (await picked(work, filter))
    .$if(after !== undefined, (each) =>
      each.where((eb) => eb(eb.refTuple('plan.name', 'plan.id'), '>', eb.tuple(after?.[0] ?? '', after?.[1] ?? ''))),
    )
    .orderBy('plan.name')
    .orderBy('plan.id')
    .limit(atOnce)
    .execute();
  return { rows: rows.map((row) => shown(row, [])), next: nextAfter(rows, ({ name, id }) => [name, id]) };
}

export const { listDocuments, keepDocument, readDocument, takeDocument, readDocumentPart } = documentVerbs<keyof Pages>('inspections', [
  'occurrences',
  'plans',
]);
