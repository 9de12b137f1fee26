import { within } from '@changming/database';

import { query, type Reading } from '../context.ts';
import { hazardInScope } from './store.ts';

/** As many measures are there to choose from; a place with more is described too finely. */
const most = 100;

/**
 * 可指明的管控措施: those of the risks at the point of the hazard, and of its unit as a whole; `named` is the one that somebody has named
 * already.
 */
export const listFailedMeasures = query({
  permission: 'hazards.triage',
  async run(work, { hazardId }: { hazardId: string }) {
    const { row } = await hazardInScope(work.tx, work.scope, hazardId);
    const named = await work.tx.selectFrom('hazard_measures').select('measure_id').where('hazard_id', '=', hazardId).executeTakeFirst();
    const measures = await measuresOf(work, { unitId: row.unit_id, pointId: row.point_id, namedId: named?.measure_id ?? null });
    return { named: named?.measure_id ?? null, measures };
  },
});

type Place = { readonly unitId: string; readonly pointId: string | null; readonly namedId: string | null };

async function measuresOf({ tx, scope }: Reading, { unitId, pointId, namedId }: Place) {
  return tx
    .selectFrom('risk_measures as m')
    .innerJoin('risks as r', 'r.id', 'm.risk_id')
    .select(['m.id', 'm.kind', 'm.text', 'r.name as risk', 'r.id as riskId'])
    .where((eb) => within(eb.ref('r.unit_pos'), scope))
    .where((eb) =>
      eb.or([
        eb('m.id', '=', namedId),
        eb.and([
          eb('m.ended_on', 'is', null),
          eb('r.stage', '<>', 'archived'),
          pointId === null
            ? eb('r.unit_id', '=', unitId)
            : eb.or([eb('r.point_id', '=', pointId), eb.and([eb('r.unit_id', '=', unitId), eb('r.point_id', 'is', null)])]),
        ]),
      ]),
    )
    .orderBy('r.name')
    .orderBy('m.at')
    .limit(most)
    .execute();
}
