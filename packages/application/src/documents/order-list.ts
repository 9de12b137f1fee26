import { mostOrdered } from '@changming/domain/kernel';
import { type SelectQueryBuilder, sql } from 'kysely';
import { z } from 'zod';

import type { Reading, Writing } from '../context.ts';
import { type Order, orderDocument } from './order-document.ts';

/** The language in which the file is written. */
export const orderLanguage = z.enum(['zh-CN', 'en']);

type Wanted = Pick<Order, 'context' | 'list' | 'language'> & { readonly filter: { readonly unitId?: string | undefined } };
type Picked = Pick<SelectQueryBuilder<never, never, object>, 'clearSelect'>;

/** 由后台生成 the rows that a filter picked, of the unit that it names or of all that the caller may read. Answers the order's id. */
export async function orderList(work: Writing, { filter, ...wanted }: Wanted, picked: Picked) {
  const rows = await countOf(work, picked);
  const unitIds = filter.unitId === undefined ? await startsOf(work) : [filter.unitId];
  const id = await orderDocument(work, { ...wanted, filter, rows, unitIds });
  const after = { list: wanted.list, rows, ...filter };
  return work.trail({ subjectId: id, unitId: filter.unitId ?? null, before: null, after }, { id });
}

/** Counted no further than to see that there are too many. */
async function countOf({ tx }: Reading, picked: Picked): Promise<number> {
  const some = picked
    .clearSelect()
    .clearOrderBy()
    .select(sql<number>`1`.as('one'))
    .limit(mostOrdered + 1);
  const { count } = await tx
    .selectFrom(some.as('some'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** The units at which the caller's own scope begins. */
async function startsOf({ tx, scope }: Reading): Promise<string[]> {
  const starts = scope.map(({ lo }) => lo);
  const units = await tx.selectFrom('units').select('id').where('lo', 'in', starts).orderBy('lo').execute();
  return units.map(({ id }) => id);
}
