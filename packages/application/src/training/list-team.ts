import { sql } from 'kysely';

import { query } from '../context.ts';
import { rangesOf } from '../units/index.ts';
import { within } from '@changming/database';

type Member = { readonly id: string; readonly name: string; readonly staffNo: string | null; readonly unit: string };

/** 名单: whoever works in the branch of a unit, for whoever calls the roll. */
export const listTeam = query({
  permission: 'training.hold',
  async run(work, { unitId, withBelow = true }: { unitId: string; withBelow?: boolean | undefined }) {
    const ranges = await rangesOf(work, { unitId, withBelow });
    const { rows } = await sql<Member>`
      select p.id, p.name, p.staff_no as "staffNo", u.name as unit from persons p join units u on u.id = p.unit_id
      where p.left_on is null and ${within(sql.ref('p.unit_pos'), ranges)} order by u.lo, p.name, p.id limit 500`.execute(work.tx);
    return { items: rows };
  },
});
