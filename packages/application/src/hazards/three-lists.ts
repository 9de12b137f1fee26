import { toPage } from '@changming/database';
import type { ListPageFilter } from '@changming/domain/hazards';

import { query } from '../context.ts';
import { listRows } from './list-rows.ts';
import { selectedIds, selecting } from './list-selection.ts';
import { headsOf } from './listed-branches.ts';

/** 三清单: one page of the hazards that all three lists are views of, the first found first. */
export const listThreeLists = query({
  permission: 'hazards.read',
  async run({ tx, scope, today }, { after, limit, ...filter }: ListPageFilter) {
    const ranges = await headsOf({ tx, scope }, filter);
    const rows = await selectedIds(tx, { ranges, where: selecting({ filter, today }) }, { after, most: limit + 1 });
    const { items, next } = toPage(
      rows,
      limit,
      ({ foundOn, id }) => `${foundOn}~${id}`,
      ({ id }) => id,
    );
    return { items: await listRows(tx, items, today), next };
  },
});
