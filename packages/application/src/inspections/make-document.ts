import type { OccurrenceFilter, PlanFilter } from '@changming/domain/inspections';

import { query, type Reading } from '../context.ts';
import { documentVerbs, ownDocument } from '../documents/index.ts';
import { selected } from './list-occurrences.ts';
import { withDoers } from './occurrence-store.ts';
import { picked, shown } from './read-plans.ts';

const context = 'inspections';
/** Rows handed over at a time. */
const atOnce = 2000;

type Pages = { readonly occurrences: typeof occurrencesAfter; readonly plans: typeof plansAfter };
type Rows<List extends keyof Pages> = Awaited<ReturnType<Pages[List]>>['rows'];
/** Rows of the list that was ordered. */
export type DocumentRows = { [List in keyof Pages]: { readonly list: List; readonly rows: Rows<List> } }[keyof Pages];

export type DocumentInMaking = { readonly list: keyof Pages; readonly language: 'zh-CN' | 'en' };

type Making = {
  readonly documentId: string;
  /** Told once what is to be made; answers what takes the rows, some at a time, in the order of the list. */
  readonly begin: (document: DocumentInMaking) => (some: DocumentRows) => Promise<void>;
};

/** 制作: the rows of an order, all of one state of the database. Answers null when it has been made already. */
export const readDocumentRows = query({
  permission: 'inspections.export',
  async run(work, { documentId, begin }: Making) {
    const document = await ownDocument(work, { context, documentId });
    if (document.state !== 'waiting') return null;
    const list = document.list as keyof Pages;
    const take = begin({ list, language: document.language });
    let [count, after]: [number, After] = [0, undefined];
    do {
      const some: DocumentRows & { readonly next: After } =
        list === 'plans'
          ? { list, ...(await plansAfter(work, document.filter as PlanFilter, after)) }
          : { list, ...(await occurrencesAfter(work, document.filter as OccurrenceFilter, after)) };
      await take(some);
      [count, after] = [count + some.rows.length, some.next];
    } while (after !== undefined);
    return { rows: count };
  },
});

type After = readonly [string, string] | undefined;

async function occurrencesAfter(work: Reading, filter: OccurrenceFilter, after: After) {
  const rows = await (await selected(work, { ...filter, after: after === undefined ? undefined : [...after] }))
    .orderBy('o.on_day')
    .orderBy('o.id')
    .limit(atOnce)
    .execute();
  const last = rows.length < atOnce ? undefined : rows.at(-1);
  return { rows: await withDoers(work, rows), next: last && ([last.on, last.id] as const) };
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
  const last = rows.length < atOnce ? undefined : rows.at(-1);
  return { rows: rows.map((row) => shown(row, [])), next: last && ([last.name, last.id] as const) };
}

export const { keepDocument, readDocument, takeDocument, readDocumentPart } = documentVerbs('inspections');
