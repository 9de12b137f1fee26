import { within } from '@changming/database';
import type { PeopleFilter } from '@changming/domain/hazards';
import { sql } from 'kysely';

import { query } from '../context.ts';
import { personsWith } from '../workforce/index.ts';
import { rangesOf } from '../units/index.ts';

const most = 30;

/** Names to whom work can be given: who works in the unit or below it today, nothing but the name and where. By part of the name, initials or 工号. */
export const listPeople = query({
  permission: 'hazards.plan',
  async run({ tx, scope }, { unitId, q }: PeopleFilter) {
    const ranges = await rangesOf({ tx, scope }, { unitId, withBelow: true });
    const found = q === undefined ? null : await personsWith(tx, ranges, q);
    const items = await tx
      .selectFrom('persons as p')
      .innerJoin('units as u', 'u.id', 'p.unit_id')
      .select(['p.id', 'p.name', 'u.name as unit'])
      .where((eb) => within(eb.ref('p.unit_pos'), ranges))
      .where('p.left_on', 'is', null)
      .$if(found !== null, (each) => each.where(sql<boolean>`p.id = any(${found?.ids ?? []}::uuid[])`))
      .orderBy('p.name')
      .orderBy('p.id')
      .limit(most)
      .execute();
    return { items };
  },
});
