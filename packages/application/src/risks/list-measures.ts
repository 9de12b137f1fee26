import { within } from '@changming/database';
import { keyOf } from '@changming/domain/kernel';
import type { MeasureFilter } from '@changming/domain/risks';

import { query } from '../context.ts';
import { rangesOf } from '../units/index.ts';

/** As many are there to choose from; more are narrowed by words. */
const most = 100;

/**
 * 管控措施 of the risks of a unit, with words also of those below it, by the names of the risks: what a check item may be said to check.
 * Ended ones and those of archived risks are left out, unless they are `chosen` already.
 */
export const listMeasures = query({
  permission: 'risks.read',
  async run(work, { unitId, q, ...named }: MeasureFilter) {
    const chosen = named.chosen ?? null;
    const branch = await rangesOf(work, { unitId, withBelow: q !== undefined });
    const key = q === undefined ? null : `%${keyOf(q).replace(/[\\%_]/g, '\\$&')}%`;
    const items = await work.tx
      .selectFrom('risk_measures as m')
      .innerJoin('risks as r', 'r.id', 'm.risk_id')
      .select(['m.id', 'm.kind', 'm.text', 'r.id as riskId', 'r.name as risk'])
      .where((eb) => within(eb.ref('r.unit_pos'), work.scope))
      .where((eb) => {
        const open = [within(eb.ref('r.unit_pos'), branch), eb('m.ended_on', 'is', null), eb('r.stage', '<>', 'archived')];
        return eb.or([eb('m.id', '=', chosen), eb.and(key === null ? open : [...open, eb('r.search_key', 'like', key)])]);
      })
      .orderBy((eb) => eb('m.id', 'is not distinct from', chosen), 'desc')
      .orderBy('r.name')
      .orderBy('r.id')
      .orderBy('m.at')
      .limit(most)
      .execute();
    return { items };
  },
});
