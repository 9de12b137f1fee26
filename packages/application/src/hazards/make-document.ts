import { type DocumentOrder, orderedLists } from '@changming/domain/hazards';

import { query } from '../context.ts';
import { documentVerbs, ownDocument } from '../documents/index.ts';
import { selectionOf } from './document-selection.ts';
import { type ListRow, listRows } from './list-rows.ts';
import { selectedIds } from './list-selection.ts';

const context = 'hazards';
/** Rows handed over at a time. */
const atOnce = 2000;

export type DocumentInMaking = {
  readonly list: DocumentOrder['list'];
  readonly language: 'zh-CN' | 'en';
  readonly units: readonly string[];
  readonly foundFrom: string | undefined;
  readonly foundTo: string | undefined;
};

type Making = {
  readonly documentId: string;
  /** Told once what is to be made; answers what takes the rows, some at a time, the first found first. */
  readonly begin: (document: DocumentInMaking) => (rows: readonly ListRow[]) => Promise<void>;
};

/** 制作: the rows of an order, all of one state of the database. Answers null when it has been made already. */
export const readDocumentRows = query({
  permission: 'hazards.export',
  async run(work, { documentId, begin }: Making) {
    const { tx, today } = work;
    const document = await ownDocument(work, { context, documentId });
    if (document.state !== 'waiting') return null;
    const order = { list: document.list, filter: document.filter } as DocumentOrder;
    const { heads, selection } = await selectionOf(work, order);
    const { foundFrom, foundTo } = order.filter;
    const take = begin({ list: order.list, language: document.language, units: heads.map(({ name }) => name), foundFrom, foundTo });
    let [rows, after]: [number, readonly [string, string] | undefined] = [0, undefined];
    for (;;) {
      const some = await selectedIds(tx, selection, { after, most: atOnce });
      const last = some.at(-1);
      if (last === undefined) return { rows };
      const ids = some.map((each) => each.id);
      await take(await listRows(tx, ids, today));
      [rows, after] = [rows + some.length, [last.foundOn, last.id]];
    }
  },
});

export const { listDocuments, keepDocument, readDocument, takeDocument, readDocumentPart } = documentVerbs(context, orderedLists);
