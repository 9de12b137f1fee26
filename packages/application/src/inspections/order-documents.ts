import { mostOrdered } from '@changming/domain/kernel';
import type { SelectQueryBuilder } from 'kysely';
import { sql } from 'kysely';
import { z } from 'zod';

import { command, query, type Reading, type Writing } from '../context.ts';
import { orderDocument, ownDocuments } from '../documents/index.ts';
import { occurrencesWanted, plansWanted } from './export-documents.ts';
import { selected } from './list-occurrences.ts';
import { picked } from './read-plans.ts';

const language = z.enum(['zh-CN', 'en']);

/** 由后台生成应查台账: for whoever orders it; a notice tells when it is ready. */
export const orderOccurrences = command({
  permission: 'inspections.export',
  name: 'inspections.orderDocument',
  input: z.strictObject({ language, filter: occurrencesWanted }),
  async run(work, { language: written, filter }) {
    const rows = await countOf(work, await selected(work, filter));
    return order(work, { list: 'occurrences', filter, language: written, rows });
  },
});

/** The same for 排查计划. */
export const orderPlans = command({
  permission: 'inspections.export',
  name: 'inspections.orderDocument',
  input: z.strictObject({ language, filter: plansWanted }),
  async run(work, { language: written, filter }) {
    const rows = await countOf(work, await picked(work, filter));
    return order(work, { list: 'plans', filter, language: written, rows });
  },
});

/** Counted no further than to see that there are too many. */
async function countOf({ tx }: Reading, rows: Pick<SelectQueryBuilder<never, never, object>, 'clearSelect'>): Promise<number> {
  const some = rows
    .clearSelect()
    .select(sql<number>`1`.as('one'))
    .limit(mostOrdered + 1);
  const { count } = await tx
    .selectFrom(some.as('some'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

type Wanted = {
  readonly list: 'occurrences' | 'plans';
  readonly filter: { readonly unitId?: string | undefined };
  readonly language: z.output<typeof language>;
  readonly rows: number;
};

async function order(work: Writing, { list, filter, ...wanted }: Wanted) {
  const unitIds = filter.unitId === undefined ? await startsOf(work) : [filter.unitId];
  const id = await orderDocument(work, { context: 'inspections', list, filter, unitIds, ...wanted });
  return work.trail({ subjectId: id, unitId: filter.unitId ?? null, before: null, after: { list, rows: wanted.rows, ...filter } }, { id });
}

/** The units at which the caller's own scope begins. */
async function startsOf({ tx, scope }: Reading): Promise<string[]> {
  const starts = scope.map(({ lo }) => lo);
  const units = await tx.selectFrom('units').select('id').where('lo', 'in', starts).orderBy('lo').execute();
  return units.map(({ id }) => id);
}

/** 我的导出: what the caller has ordered and is kept, the latest first. */
export const listDocuments = query({
  permission: 'inspections.export',
  async run(work) {
    const rows = await ownDocuments(work, 'inspections');
    return { items: rows.map((row) => ({ ...row, list: row.list as Wanted['list'] })) };
  },
});
