import { toPage, when } from '@changming/database';
import type { Tables } from '@changming/database';
import { keyOf } from '@changming/domain/kernel';
import type { LibraryFilter } from '@changming/domain/training';
import { type ExpressionBuilder, sql, type SqlBool } from 'kysely';

import { query, type Reading } from '../../context.ts';
import { rangesOf } from '../../units/index.ts';
import { myId, ownedInSight } from '../sight.ts';
import { holdsOn, meantFor } from './item-store.ts';

const shown = [
  'i.id',
  'i.unit_id as unitId',
  'u.name as unit',
  'i.kind',
  'i.title',
  'i.edition',
  'i.edition_at as editionAt',
  'i.must_read as mustRead',
  'i.posts',
  'i.from_on as from',
  'i.to_on as to',
  'i.version',
] as const;

function items({ tx }: Reading) {
  return tx.selectFrom('library_items as i').innerJoin('units as u', 'u.id', 'i.unit_id').select(shown);
}

/** 学习资料 of the caller's branches and of the units above them, newest first. */
export const listItems = query({
  permission: 'training.read',
  async run(work, { after, limit, unitId, past, ...filter }: LibraryFilter) {
    const ranges = await rangesOf(work, { unitId });
    const rows = await items(work)
      .where(ownedInSight(ranges))
      .where((eb) => eb.and(conditions(eb as never, filter)))
      .$if(past !== true, (each) => each.where(sql<SqlBool>`(i.to_on is null or i.to_on >= ${work.today}::date)`))
      .$if(after !== undefined, (each) =>
        each.where((eb) => eb(eb.refTuple('i.from_on', 'i.id'), '<', eb.tuple(after?.[0] ?? '', after?.[1] ?? ''))),
      )
      .orderBy('i.from_on', 'desc')
      .orderBy('i.id', 'desc')
      .limit(limit + 1)
      .execute();
    return toPage(
      rows,
      limit,
      ({ from, id }) => `${from}~${id}`,
      (row) => row,
    );
  },
});

type Seen = ExpressionBuilder<Tables & { i: Tables['library_items'] }, 'i'>;

function conditions(eb: Seen, { kind, mustRead, q }: Pick<LibraryFilter, 'kind' | 'mustRead' | 'q'>) {
  return [
    ...when(kind, (is) => eb('i.kind', 'in', is)),
    ...when(mustRead, (is) => eb('i.must_read', '=', is)),
    ...when(q, (typed) => sql<SqlBool>`i.search_key like ${`%${keyOf(typed).replace(/[\\%_]/g, '\\$&')}%`}`),
  ];
}

/** As many as a person is shown at once. */
const most = 200;

/** 我的学习资料: what holds today and is meant for the caller; what he must read and has not comes first. */
export const listMyReading = query({
  permission: 'training.follow',
  async run(work, _asked: Readonly<Record<string, never>>) {
    const me = myId(work);
    const rows = await items(work)
      .select((eb) =>
        eb
          .selectFrom('library_receipts as r')
          .select('r.read_at')
          .whereRef('r.item_id', '=', 'i.id')
          .whereRef('r.edition', '=', 'i.edition')
          .where('r.person_id', '=', me)
          .as('readAt'),
      )
      .where(holdsOn(work.today))
      .where(meantFor(me, work.today))
      .where(ownedInSight(work.scope))
      .orderBy(
        sql`(i.must_read and not exists (
        select from library_receipts r where r.item_id = i.id and r.edition = i.edition and r.person_id = ${me}::uuid))`,
        'desc',
      )
      .orderBy('i.from_on', 'desc')
      .orderBy('i.id', 'desc')
      .limit(most)
      .execute();
    return { items: rows };
  },
});
