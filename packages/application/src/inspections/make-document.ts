import type { OccurrenceFilter, PlanFilter } from '@changming/domain/inspections';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { command, query, type Reading } from '../context.ts';
import { keepMade, ownDocument, partOf, readyDocument } from '../documents/index.ts';
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

const content = z.custom<Uint8Array>((given) => given instanceof Uint8Array);

/** The file is there: whoever ordered it is told. */
export const keepDocument = command({
  permission: 'inspections.export',
  name: 'inspections.keepDocument',
  input: z.strictObject({ documentId: id, name: z.string(), rows: z.int(), content }),
  toldOnce: true,
  run: async (work, made) => work.trail(await keepMade(work, { context, ...made }), null),
});

/** A file of the caller's own that is ready: its name, length and fingerprint. */
export const readDocument = query({
  permission: 'inspections.export',
  async run(work, { documentId }: { readonly documentId: string }) {
    const { name, bytes, sha256 } = await readyDocument(work, { context, documentId });
    return { name, bytes, sha256 };
  },
});

/** 下载: noted whenever the file is handed over from its beginning. */
export const takeDocument = command({
  permission: 'inspections.export',
  name: 'inspections.takeDocument',
  input: z.strictObject({ documentId: id }),
  toldOnce: true,
  async run(work, { documentId }) {
    const { rows, bytes } = await readyDocument(work, { context, documentId });
    return work.trail({ subjectId: documentId, before: null, after: { rows } }, { bytes });
  },
});

/** One part of a ready file, from the byte `at` on; the right to it is looked at every time. */
export const readDocumentPart = query({
  permission: 'inspections.export',
  run: (work, wanted: { readonly documentId: string; readonly at: number }) => partOf(work, { context, ...wanted }),
});
