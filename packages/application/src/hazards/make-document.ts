import type { DocumentOrder } from '@changming/domain/hazards';
import { dayIn, id, refuse } from '@changming/domain/kernel';
import { createHash } from 'node:crypto';
import { z } from 'zod';

import { command, query, type Reading } from '../context.ts';
import { selectionOf } from './document-selection.ts';
import { keptUntil, ownDocument } from './documents.ts';
import { type ListRow, listRows } from './list-rows.ts';
import { selectedIds } from './list-selection.ts';

/** Rows handed over at a time; bytes of one part of a file. */
const atOnce = 2000;
const partBytes = 1_000_000;

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
    const document = await ownDocument(work, documentId);
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
  async run(work, { documentId, name, rows, content: made }) {
    const { tx, now, enqueue, trail } = work;
    const document = await ownDocument(work, documentId);
    const sha256 = createHash('sha256').update(made).digest('hex');
    for (let part = 0; part * partBytes < made.length; part += 1) {
      const piece = Buffer.from(made.subarray(part * partBytes, (part + 1) * partBytes));
      await tx.insertInto('hazard_document_parts').values({ document_id: documentId, part, content: piece }).execute();
    }
    const kept = await tx
      .updateTable('hazard_documents')
      .set({ state: 'ready', name, rows, bytes: made.length, sha256, ready_at: now })
      .where('id', '=', documentId)
      .where('state', '=', 'waiting')
      .executeTakeFirst();
    if (kept.numUpdatedRows === 0n) refuse('conflict', 'hazards.changed_meanwhile', { id: documentId });
    const told = {
      about: 'hazards.documentReady',
      subjectId: documentId,
      unitId: document.unit_ids[0] ?? refuse('missing', 'hazards.document_not_found'),
      to: { personIds: [document.person_id] },
      facts: { title: name, count: String(rows), due: dayIn(keptUntil(document.asked_at)) },
      link: '/hazards/documents',
      once: `${documentId}:ready`,
    };
    await enqueue('notices.deliver', told, `hazards.documentReady:${told.once}`);
    return trail({ subjectId: documentId, before: null, after: { rows, bytes: made.length, sha256 } }, null);
  },
});

/** A file of the caller's own that is ready: its name, length and fingerprint. */
export const readDocument = query({
  permission: 'hazards.export',
  async run(work, { documentId }: { readonly documentId: string }) {
    const { name, bytes, sha256 } = await readyDocument(work, documentId);
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
    const { rows, bytes } = await readyDocument(work, documentId);
    return work.trail({ subjectId: documentId, before: null, after: { rows } }, { bytes });
  },
});

async function readyDocument(work: Reading, documentId: string) {
  const { state, name, bytes, sha256, rows } = await ownDocument(work, documentId);
  if (state !== 'ready' || sha256 === null) refuse('missing', 'hazards.document_not_found');
  return { name: name ?? '', bytes: bytes ?? 0, sha256, rows };
}

/** One part of a ready file, from the byte `at` on; the right to it is looked at every time. */
export const readDocumentPart = query({
  permission: 'hazards.export',
  async run(work, { documentId, at }: { readonly documentId: string; readonly at: number }) {
    await ownDocument(work, documentId);
    const row = await work.tx
      .selectFrom('hazard_document_parts')
      .select('content')
      .where('document_id', '=', documentId)
      .where('part', '=', Math.floor(at / partBytes))
      .executeTakeFirst();
    return row === undefined ? null : new Uint8Array(row.content.subarray(at % partBytes));
  },
});
