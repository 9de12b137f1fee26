import type { DocumentOrder } from '@changming/domain/hazards';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { command, query } from '../context.ts';
import { keepMade, ownDocument, partOf, readyDocument } from '../documents/index.ts';
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

const content = z.custom<Uint8Array>((given) => given instanceof Uint8Array);

/** The file is there: whoever ordered it is told. */
export const keepDocument = command({
  permission: 'hazards.export',
  name: 'hazards.keepDocument',
  input: z.strictObject({ documentId: id, name: z.string(), rows: z.int(), content }),
  toldOnce: true,
  run: async (work, made) => work.trail(await keepMade(work, { context, ...made }), null),
});

/** A file of the caller's own that is ready: its name, length and fingerprint. */
export const readDocument = query({
  permission: 'hazards.export',
  async run(work, { documentId }: { readonly documentId: string }) {
    const { name, bytes, sha256 } = await readyDocument(work, { context, documentId });
    return { name, bytes, sha256 };
  },
});

/** 下载: noted whenever the file is handed over from its beginning. */
export const takeDocument = command({
  permission: 'hazards.export',
  name: 'hazards.takeDocument',
  input: z.strictObject({ documentId: id }),
  toldOnce: true,
  async run(work, { documentId }) {
    const { rows, bytes } = await readyDocument(work, { context, documentId });
    return work.trail({ subjectId: documentId, before: null, after: { rows } }, { bytes });
  },
});

/** One part of a ready file, from the byte `at` on; the right to it is looked at every time. */
export const readDocumentPart = query({
  permission: 'hazards.export',
  run: (work, wanted: { readonly documentId: string; readonly at: number }) => partOf(work, { context, ...wanted }),
});
