import { documentDays, type OrderingContext, refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';

import type { Reading } from '../context.ts';
import { unitInScope } from '../units/index.ts';

const day = 86_400_000;
/** ms; longer than the queue tries. */
const patience = 6 * 3_600_000;

/** One document of a context. */
export type Named = { readonly context: OrderingContext; readonly documentId: string };

type Lists<List> = { readonly context: OrderingContext; readonly lists: readonly List[] };

/** 我的导出: what the caller has ordered of these lists and is kept, the latest first. */
export async function ownDocuments<List extends string>({ tx, actor }: Reading, { context, lists }: Lists<List>) {
  const rows = await tx
    .selectFrom('ordered_documents')
    .select(['id', 'list', 'state', 'rows', 'name', 'bytes', 'asked_at as askedAt', 'ready_at as readyAt'])
    .where('person_id', '=', actor.personId)
    .where('context', '=', context)
    .where('list', 'in', lists)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({ ...row, list: row.list as List, keptUntil: keptUntil(row.askedAt) }));
}

/** The instant at which a document that was ordered then is removed. */
export function keptUntil(askedAt: Date): Date {
  return new Date(askedAt.getTime() + documentDays * day);
}

/** A document of the caller's own, if every branch it speaks of still lies in the scope. */
export async function ownDocument({ tx, scope, now, actor }: Reading, { context, documentId }: Named) {
  const row = await tx
    .selectFrom('ordered_documents')
    .selectAll()
    .where('id', '=', documentId)
    .where('person_id', '=', actor.personId)
    .where('context', '=', context)
    .executeTakeFirst();
  if (row === undefined || keptUntil(row.asked_at) <= now) refuse('missing', `${context}.document_not_found`);
  for (const unitId of row.unit_ids) await unitInScope(tx, scope, unitId);
  return row;
}

/** What is older than it is kept goes, and what nobody has made in time has failed, of every context. Answers how many went. */
export async function sweepOrdered({ tx, now }: Reading): Promise<number> {
  const before = (ms: number) => new Date(now.getTime() - ms);
  const { rows } = await sql<{ gone: number }>`
    select house.sweep_ordered_documents(${before(documentDays * day)}, ${before(patience)}) as gone`.execute(tx);
  return rows[0]?.gone ?? 0;
}
