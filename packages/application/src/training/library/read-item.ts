import { toPage, within } from '@changming/database';
import type { ReadersFilter } from '@changming/domain/training';
import { type RawBuilder, sql, type SqlBool } from 'kysely';

import { query, type Reading } from '../../context.ts';
import { rangesOf } from '../../units/index.ts';
import { isWithin, myId } from '../sight.ts';
import { itemInSight, type StoredItem } from './item-store.ts';

/** One item with all it says. Whoever keeps the library of a branch also sees how many have read it there. */
export const readItem = query({
  permission: 'training.follow',
  async run(work, { itemId }: { itemId: string }) {
    const { tx, scope } = work;
    const item = await itemInSight(tx, scope, itemId);
    const unit = await tx.selectFrom('units').select(['name', 'lo']).where('id', '=', item.unit_id).executeTakeFirstOrThrow();
    const mine = await tx
      .selectFrom('library_receipts')
      .select('read_at')
      .where('item_id', '=', itemId)
      .where('edition', '=', item.edition)
      .where('person_id', '=', myId(work))
      .executeTakeFirst();
    const { title, body, link, kind, edition, posts, version } = item;
    const told = { id: itemId, unitId: item.unit_id, unit: unit.name, kind, title, body, link, edition, posts, version };
    const span = { from: item.from_on, to: item.to_on, editionAt: item.edition_at, mustRead: item.must_read };
    const may = { edit: work.may('training.keepLibrary', unit.lo) && isWithin(scope, unit.lo) };
    return { ...told, ...span, readAt: mine?.read_at ?? null, may };
  },
});

/** 阅读情况 within the caller's branches: who of those it is meant for has read the edition that holds. */
export const listReaders = query({
  permission: 'training.read',
  async run(work, { itemId, unitId, read, after, limit }: ReadersFilter & { itemId: string }) {
    const item = await itemInSight(work.tx, work.scope, itemId);
    const ranges = await rangesOf(work, { unitId });
    const meant = await readersOf(work, item, ranges);
    const rows = await meant
      .$if(read !== undefined, (each) => each.where(read === true ? sql<SqlBool>`r.id is not null` : sql<SqlBool>`r.id is null`))
      .$if(after !== undefined, (each) =>
        each.where((eb) => eb(eb.refTuple('p.name', 'p.id'), '>', eb.tuple(after?.[0] ?? '', after?.[1] ?? ''))),
      )
      .orderBy('p.name')
      .orderBy('p.id')
      .limit(limit + 1)
      .execute();
    const counted = await meant
      .clearSelect()
      .select((eb) => [eb.fn.countAll<number>().as('meant'), eb.fn.count<number>('r.id').as('read')])
      .executeTakeFirstOrThrow();
    return {
      ...toPage(
        rows,
        limit,
        ({ name, id }) => `${name}~${id}`,
        (row) => row,
      ),
      ...counted,
    };
  },
});

async function readersOf({ tx, today }: Reading, item: StoredItem, ranges: Parameters<typeof within>[1]) {
  const owner = await tx.selectFrom('units').select(['lo', 'hi']).where('id', '=', item.unit_id).executeTakeFirstOrThrow();
  return tx
    .selectFrom('persons as p')
    .innerJoin('units as u', 'u.id', 'p.unit_id')
    .leftJoin('library_receipts as r', (join) =>
      join.onRef('r.person_id', '=', 'p.id').on('r.item_id', '=', item.id).on('r.edition', '=', item.edition),
    )
    .select(['p.id', 'p.name', 'p.staff_no as staffNo', 'u.name as unit', 'r.read_at as readAt'])
    .where('p.left_on', 'is', null)
    .where((eb) => within(eb.ref('p.unit_pos'), [owner]))
    .where((eb) => within(eb.ref('p.unit_pos'), ranges))
    .$if(item.posts.length > 0, (each) => each.where(holdsOne(item.posts, today)));
}

function holdsOne(posts: readonly string[], day: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (select from appointments a where a.person_id = p.id and a.post = any(${[...posts]}::text[])
    and a.from_on <= ${day}::date and (a.to_on is null or a.to_on > ${day}::date))`;
}
