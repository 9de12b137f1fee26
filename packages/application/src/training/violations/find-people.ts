import { within } from '@changming/database';

import { query } from '../../context.ts';
import { personsWith } from '../../workforce/index.ts';

/** As many as a phone shows while one types. */
const most = 20;

/** Whom a violation may be written down about: people of the caller's branch whose name, initials or 工号 hold what was typed. */
export const findPeople = query({
  permission: 'training.recordViolation',
  async run({ tx, scope }, { q }: { q: string }) {
    const { ids } = await personsWith(tx, scope, q);
    if (ids.length === 0) return { items: [] };
    const items = await tx
      .selectFrom('persons as p')
      .innerJoin('units as u', 'u.id', 'p.unit_id')
      .select(['p.id', 'p.name', 'p.staff_no as staffNo', 'u.name as unit'])
      .where('p.id', 'in', [...ids])
      .where('p.left_on', 'is', null)
      .where((eb) => within(eb.ref('p.unit_pos'), scope))
      .orderBy('p.name')
      .orderBy('p.id')
      .limit(most)
      .execute();
    return { items };
  },
});
