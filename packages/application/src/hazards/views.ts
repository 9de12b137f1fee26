import { hazardFilter } from '@changming/domain/hazards';
import { id, refuse, text } from '@changming/domain/kernel';
import { z } from 'zod';

import { command, query } from '../context.ts';
import { personOf } from './events.ts';

const remembered = hazardFilter.omit({ after: true, limit: true });
/** Kept as it was typed into the address, so that it may stand there again. */
const filter = z.record(z.string(), z.unknown()).refine((given) => remembered.safeParse(given).success, { message: '视图的查询条件有误' });
const saved = z.strictObject({ viewId: id.optional(), name: text(40), filter });

/** 保存视图: the query bar under a name of one's own; the same name again is the same view. */
export const saveView = command({
  permission: 'hazards.saveView',
  input: saved,
  async run(work, { name, viewId, ...given }) {
    const row = { id: viewId ?? work.newId(), person_id: personOf(work), name, filter: JSON.stringify(given.filter), created_at: work.now };
    const { id: kept } = await work.tx
      .insertInto('hazard_views')
      .values(row)
      .onConflict((conflict) => conflict.columns(['person_id', 'name']).doUpdateSet({ filter: row.filter }))
      .returning('id')
      .executeTakeFirstOrThrow();
    return work.trail([], { id: kept });
  },
});

export const forgetView = command({
  permission: 'hazards.saveView',
  name: 'hazards.forgetView',
  input: z.strictObject({ viewId: id }),
  async run(work, { viewId }) {
    const gone = await work.tx
      .deleteFrom('hazard_views')
      .where('id', '=', viewId)
      .where('person_id', '=', personOf(work))
      .executeTakeFirst();
    if (gone.numDeletedRows === 0n) refuse('missing', 'hazards.view_not_found');
    return work.trail([], null);
  },
});

/** 常用视图 of the caller. */
export const listViews = query({
  permission: 'hazards.saveView',
  async run({ tx, actor }) {
    const items = await tx
      .selectFrom('hazard_views')
      .select(['id', 'name', 'filter'])
      .where('person_id', '=', actor.personId)
      .orderBy('name')
      .limit(200)
      .execute();
    return { items };
  },
});
