import { dayIn, refuse } from '@changming/domain/kernel';
import { createHash } from 'node:crypto';

import type { Reading, Writing } from '../context.ts';
import { keptUntil, type Named, ownDocument } from './own-documents.ts';

/** Bytes of one part of a file. */
const partBytes = 1_000_000;

export type Made = Named & { readonly name: string; readonly rows: number; readonly content: Uint8Array };

/** The file is there: whoever ordered it is told. Answers what the trail says of it. */
export async function keepMade(work: Writing, { context, documentId, name, rows, content }: Made) {
  const { tx, now, enqueue } = work;
  const document = await ownDocument(work, { context, documentId });
  const sha256 = createHash('sha256').update(content).digest('hex');
  for (let part = 0; part * partBytes < content.length; part += 1) {
    const piece = Buffer.from(content.subarray(part * partBytes, (part + 1) * partBytes));
    await tx.insertInto('ordered_document_parts').values({ document_id: documentId, part, content: piece }).execute();
  }
  const kept = await tx
    .updateTable('ordered_documents')
    .set({ state: 'ready', name, rows, bytes: content.length, sha256, ready_at: now })
    .where('id', '=', documentId)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  if (kept.numUpdatedRows === 0n) refuse('conflict', `${context}.document_not_found`, { id: documentId });
  const about = `${context}.documentReady`;
  const told = {
    about,
    subjectId: documentId,
    unitId: document.unit_ids[0] ?? refuse('missing', `${context}.document_not_found`),
    to: { personIds: [document.person_id] },
    facts: { title: name, count: String(rows), due: dayIn(keptUntil(document.asked_at)) },
    link: `/${context}/documents`,
    once: `${documentId}:ready`,
  };
  await enqueue('notices.deliver', told, `${about}:${told.once}`);
  return { subjectId: documentId, before: null, after: { rows, bytes: content.length, sha256 } };
}

/** A file of the caller's own that is ready: its name, length, rows and fingerprint. */
export async function readyDocument(work: Reading, named: Named) {
  const { state, name, bytes, sha256, rows } = await ownDocument(work, named);
  if (state !== 'ready' || sha256 === null) refuse('missing', `${named.context}.document_not_found`);
  return { name: name ?? '', bytes: bytes ?? 0, sha256, rows };
}

/** One part of a ready file, from the byte `at` on; the right to it is looked at every time. */
export async function partOf(work: Reading, { at, ...named }: Named & { readonly at: number }): Promise<Uint8Array | null> {
  await ownDocument(work, named);
  const row = await work.tx
    .selectFrom('ordered_document_parts')
    .select('content')
    .where('document_id', '=', named.documentId)
    .where('part', '=', Math.floor(at / partBytes))
    .executeTakeFirst();
  return row === undefined ? null : new Uint8Array(row.content.subarray(at % partBytes));
}
