import { toPage, within } from '@changming/database';
import { sql } from 'kysely';

import { query } from '../context.ts';
import { unitInScope } from '../units/index.ts';

type Asked = { unitId?: string | undefined; after?: readonly [number] | undefined; limit: number };

/** 没有第一责任人的单位 of today, in the order of the tree. A deputy alone does not count. */
export const listUnitsWithoutFirst = query({
  permission: 'workforce.read',
  async run({ tx, scope, today }, { unitId, after, limit }: Asked) {
    const branch = unitId === undefined ? scope : [await unitInScope(tx, scope, unitId)];
    const rows = await tx
      .selectFrom('units as u')
      .select(['u.id', 'u.code', 'u.name', 'u.kind', 'u.lo'])
      .select(
        sql<string>`coalesce((select string_agg(p.name, ' / ' order by p.lo) from units p where p.lo < u.lo and p.hi >= u.hi), '')`.as(
          'path',
        ),
      )
      .where((eb) => within(eb.ref('u.lo'), branch))
      .where('u.closed_on', 'is', null)
      .where(
        sql<boolean>`not exists (select from appointments a where a.unit_id = u.id and a.post = 'firstResponsible' and not a.deputy
          and a.from_on <= ${today}::date and (a.to_on is null or a.to_on > ${today}::date))`,
      )
      .$if(after !== undefined, (each) => each.where('u.lo', '>', after?.[0] ?? 0))
      .orderBy('u.lo')
      .limit(limit + 1)
      .execute();
    return toPage(
      rows,
      limit,
      ({ lo }) => `${lo}`,
      ({ lo: _lo, ...unit }) => unit,
    );
  },
});
