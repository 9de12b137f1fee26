import {
  documentDays,
  type DocumentOrder,
  hazardFilter,
  listFilter,
  listOrderInput,
  mostInMaking,
  mostOrdered,
} from '@changming/domain/hazards';
import { refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { z } from 'zod';

import { command, query, type Reading, type Writing } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { selectionOf } from './document-selection.ts';
import { personOf } from './events.ts';
import { countSelected } from './list-selection.ts';
import { oneOf } from './listed-branches.ts';

const day = 86_400_000;
/** ms; longer than the queue tries. */
const patience = 6 * 3_600_000;

const language = z.enum(['zh-CN', 'en']);
/** The filters as the addresses were read: their flags are flags by now. */
const flag = z.boolean().optional();
const ofLedger = hazardFilter
  .omit({ after: true, limit: true })
  .extend({ withBelow: z.boolean(), overdue: flag, recurrence: flag, suggested: flag, supervised: flag });
const ofList = listFilter.extend({ withBelow: z.boolean() });

/** 由后台生成隐患台账: for whoever orders it; a notice tells when it is ready. */
export const orderLedger = command({
  permission: 'hazards.export',
  name: 'hazards.orderDocument',
  input: z.strictObject({ language, filter: ofLedger }),
  run: (work, { language: written, filter }) => order(work, { list: 'ledger', filter }, written),
});

/** The same for one of the three lists. */
export const orderList = command({
  permission: 'hazards.export',
  name: 'hazards.orderDocument',
  input: listOrderInput.extend({ language, filter: ofList }),
  run: (work, { language: written, list, filter }) => order(work, { list, filter }, written),
});

async function order(work: Writing, wanted: DocumentOrder, written: z.output<typeof language>) {
  const { tx, now, newId, actor } = work;
  const { heads, selection } = await selectionOf(work, wanted);
  await refuseTooMany(work);
  const rows = await countSelected(tx, selection);
  if (rows > mostOrdered) refuse('invalid', 'hazards.document_too_large', { count: rows, most: mostOrdered });
  const id = newId();
  const row = { id, person_id: personOf(work), list: wanted.list, filter: JSON.stringify(wanted.filter), language: written, rows };
  await tx
    .insertInto('hazard_documents')
    .values({ ...row, unit_ids: heads.map(({ unitId }) => unitId), state: 'waiting', asked_at: now })
    .execute();
  await work.enqueue('hazards.make-document', { documentId: id, accountId: actor.accountId }, id);
  return work.trail({ subjectId: id, unitId: oneOf(heads), before: null, after: { list: wanted.list, rows, ...wanted.filter } }, { id });
}

async function refuseTooMany(work: Reading): Promise<void> {
  const { count } = await work.tx
    .selectFrom('hazard_documents')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('person_id', '=', personOf(work))
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  if (count >= mostInMaking) refuse('conflict', 'hazards.documents_in_making', { most: mostInMaking });
}

/** 我的导出: what the caller has ordered and is kept, the latest first. */
export const listDocuments = query({
  permission: 'hazards.export',
  async run({ tx, actor }) {
    const rows = await tx
      .selectFrom('hazard_documents')
      .select(['id', 'list', 'state', 'rows', 'name', 'bytes', 'asked_at as askedAt', 'ready_at as readyAt'])
      .where('person_id', '=', actor.personId)
      .orderBy('asked_at', 'desc')
      .orderBy('id', 'desc')
      .limit(100)
      .execute();
    return { items: rows.map((row) => ({ ...row, keptUntil: keptUntil(row.askedAt) })) };
  },
});

/** The instant at which a document that was ordered then is removed. */
export function keptUntil(askedAt: Date): Date {
  return new Date(askedAt.getTime() + documentDays * day);
}

/** A document of the caller's own, if every branch it speaks of still lies in the scope. */
export async function ownDocument({ tx, scope, now, actor }: Reading, id: string) {
  const row = await tx
    .selectFrom('hazard_documents')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', actor.personId)
    .executeTakeFirst();
  if (row === undefined || keptUntil(row.asked_at) <= now) refuse('missing', 'hazards.document_not_found');
  for (const unitId of row.unit_ids) await unitInScope(tx, scope, unitId);
  return row;
}

/** 清理导出文件: what is older than it is kept, and what nobody has made in time. */
export const sweepDocuments = command({
  permission: 'hazards.sweep',
  name: 'hazards.sweepDocuments',
  input: z.strictObject({}),
  async run({ tx, now, trail }) {
    const before = (ms: number) => new Date(now.getTime() - ms);
    const { rows } = await sql<{ gone: number }>`
      select house.sweep_hazard_documents(${before(documentDays * day)}, ${before(patience)}) as gone`.execute(tx);
    return trail([], { gone: rows[0]?.gone ?? 0 });
  },
});
