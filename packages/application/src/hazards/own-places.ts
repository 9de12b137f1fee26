import { within } from '@changming/database';
import { sql } from 'kysely';

import { query } from '../context.ts';

export type OwnPlace = {
  readonly unitId: string;
  readonly unit: string;
  readonly pointId: string | null;
  readonly point: string | null;
  readonly plateCode: string | null;
  readonly place: string | null;
};

/** 常用位置: where the caller reported lately (three places), and his own workshop; what stands in for a plate that is not at hand. */
export const listOwnPlaces = query({
  permission: 'hazards.report',
  async run({ tx, scope, actor }): Promise<{ lately: OwnPlace[]; own: { unitId: string; unit: string } | null }> {
    const reported = tx
      .selectFrom('hazards as h')
      .select(['h.unit_id', 'h.point_id', 'h.place'])
      .select((eb) => eb.fn.max('h.reported_at').as('at'))
      .where('h.found_by_id', '=', actor.personId)
      .where((eb) => within(eb.ref('h.unit_pos'), scope))
      .groupBy(['h.unit_id', 'h.point_id', 'h.place'])
      .orderBy('at', 'desc')
      .limit(3);
    const lately = await tx
      .selectFrom(reported.as('r'))
      .innerJoin('units as u', 'u.id', 'r.unit_id')
      .leftJoin('points as p', (join) => join.onRef('p.id', '=', 'r.point_id').on('p.closed_on', 'is', null))
      .select(['u.id as unitId', 'u.name as unit', 'p.id as pointId', 'p.name as point', 'p.code as plateCode', 'r.place'])
      .orderBy('r.at', 'desc')
      .execute();
    const own = await tx
      .selectFrom('persons as person')
      .innerJoin('units as u', 'u.id', 'person.unit_id')
      .select(['u.id as unitId', 'u.name as unit'])
      .where('person.id', '=', actor.personId ?? sql<string>`null`)
      .where((eb) => within(eb.ref('person.unit_pos'), scope))
      .executeTakeFirst();
    return { lately, own: own ?? null };
  },
});
