import { within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import { readPlateCode } from '@changming/domain/points';

import { query } from '../context.ts';

/** 扫码点检: the fire equipment at a point, and what of it is still to be looked over in the running period. */
export const readFireAtPlate = query({
  permission: 'equipment.check',
  async run({ tx, scope, today }, { code }: { code: string }) {
    const point = await tx
      .selectFrom('points as p')
      .innerJoin('units as u', 'u.id', 'p.unit_id')
      .select(['p.id', 'p.code', 'p.name', 'u.name as unit'])
      .where('p.code', '=', readPlateCode(code))
      .where('p.closed_on', 'is', null)
      .where((eb) => within(eb.ref('p.unit_pos'), scope))
      .executeTakeFirst();
    if (point === undefined) return refuse('missing', 'points.not_found', { code });
    const items = await tx
      .selectFrom('fire_equipment as e')
      .leftJoin('fire_spot_duties as d', (join) =>
        join.onRef('d.equipment_id', '=', 'e.id').on('d.from_on', '<=', today).on('d.due_on', '>=', today),
      )
      .select([
        'e.id',
        'e.no',
        'e.kind',
        'e.name',
        'e.model',
        'e.place',
        'e.condition',
        'e.scrap_due_on as scrapDueOn',
        'd.due_on as checkDueOn',
        'd.checked_on as checkedOn',
      ])
      .where('e.point_id', '=', point.id)
      .where('e.condition', '<>', 'scrapped')
      .where((eb) => within(eb.ref('e.unit_pos'), scope))
      .orderBy('e.search_key')
      .limit(200)
      .execute();
    return { point, items, today };
  },
});
