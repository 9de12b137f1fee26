import { mostInMaking, mostOrdered, type OrderingContext, refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';

import type { Reading, Writing } from '../context.ts';

export type Order = {
  readonly context: OrderingContext;
  readonly list: string;
  readonly filter: object;
  readonly language: 'zh-CN' | 'en';
  /** As many as there are now. */
  readonly rows: number;
  /** The branches it speaks of: whoever may no longer read one of them no longer gets the file. */
  readonly unitIds: readonly string[];
};

/** 由后台生成: kept as it was ordered, for the context's own job `<context>.make-document`. Answers its id. */
export async function orderDocument(work: Writing, { context, list, filter, language, rows, unitIds }: Order): Promise<string> {
  const { tx, now, newId, actor } = work;
  const personId = orderer(work, context);
  await refuseTooMany(work, context);
  if (rows > mostOrdered) refuse('invalid', `${context}.document_too_large`, { count: rows, most: mostOrdered });
  const id = newId();
  const wanted = { id, context, person_id: personId, list, filter: JSON.stringify(filter), language, rows, unit_ids: [...unitIds] };
  await tx
    .insertInto('ordered_documents')
    .values({ ...wanted, state: 'waiting', asked_at: now })
    .execute();
  await work.enqueue(`${context}.make-document`, { documentId: id, accountId: actor.accountId }, id);
  return id;
}

function orderer({ actor }: Reading, context: OrderingContext): string {
  return actor.personId ?? refuse('forbidden', `${context}.no_person`);
}

/** One order after the other of each person, of whatever context: two at once would each count without the other. */
async function refuseTooMany({ tx, actor }: Reading, context: OrderingContext): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`documents.ordered:${actor.personId}`}))`.execute(tx);
  const { count } = await tx
    .selectFrom('ordered_documents')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('person_id', '=', actor.personId)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  if (count >= mostInMaking) refuse('conflict', `${context}.documents_in_making`, { most: mostInMaking });
}
