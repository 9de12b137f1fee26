import { within } from '@changming/database';
import { addDays } from '@changming/domain/kernel';

import { query } from '../../context.ts';
import { personsWith } from '../../workforce/index.ts';

/** As many as a phone shows while one types. */
const most = 20;

/** As long as what a phone kept without network may still arrive, whoever has left meanwhile is found as well. */
const leftWithinDays = 90;

/** Whom a violation may be written down about: people of the caller's branch whose name, initials or 工号 hold what was typed. */
export const findPeople = query({
  permission: 'training.recordViolation',
  async run({ tx, scope, today }, { q }: { q: string }) {
    const { ids } = await personsWith(tx, scope, q);
    if (ids.length === 0) return { items: [] };
    const items = await tx
      .selectFrom('persons as p')
      .innerJoin('units as u', 'u.id', 'p.unit_id')
      .select(['p.id', 'p.name', 'p.staff_no as staffNo', 'u.name as unit', 'p.left_on as leftOn'])
      .where('p.id', 'in', [...ids])
      .where((eb) => eb.or([eb('p.left_on', 'is', null), eb('p.left_on', '>=', addDays(today, -leftWithinDays))]))
      .where((eb) => within(eb.ref('p.unit_pos'), scope))
      .orderBy('p.name')
      .orderBy('p.id')
      .limit(most)
      .execute();
    return { items };
  },
});
