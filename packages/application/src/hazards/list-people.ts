import { within } from '@changming/database';
import type { PeopleFilter } from '@changming/domain/hazards';
import { keyOf } from '@changming/domain/kernel';

import { query } from '../context.ts';
import { rangesOf } from './ledger.ts';

const most = 30;

/** Names to whom work can be given: who works in the unit or below it today, nothing but the name and where. By part of the name, initials or 工号. */
export const listPeople = query({
  permission: 'hazards.plan',
  async run({ tx, scope }, { unitId, q }: PeopleFilter) {
    const ranges = await rangesOf(tx, scope, { unitId, withBelow: true });
    const typed = q === undefined ? null : keyOf(q).replace(/[\\%_]/g, String.raw`\$&`);
    const items = await tx
      .selectFrom('persons as p')
      .innerJoin('units as u', 'u.id', 'p.unit_id')
      .select(['p.id', 'p.name', 'u.name as unit'])
      .where((eb) => within(eb.ref('p.unit_pos'), ranges))
      .where('p.left_on', 'is', null)
      .$if(typed !== null, (each) => each.where('p.search_key', 'like', `%${typed ?? ''}%`))
      .orderBy('p.name')
      .orderBy('p.id')
      .limit(most)
      .execute();
    return { items };
  },
});
