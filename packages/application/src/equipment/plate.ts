import { within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import { readPlateCode } from '@changming/domain/points';

import { query, type Reading } from '../context.ts';

/** 扫码点检: the fire equipment at a point, and what of it is still to be looked over in the running period. */
export const readFireAtPlate = query({
  permission: 'equipment.check',
  async run(work, { code }: { code: string }) {
    const { tx, scope, today } = work;
    const point = await tx
      .selectFrom('points as p')
      .innerJoin('units as u', 'u.id', 'p.unit_id')
      .select(['p.id', 'p.code', 'p.name', 'u.name as unit', 'p.unit_id as unitId'])
      .where('p.code', '=', readPlateCode(code))
      .where('p.closed_on', 'is', null)
      .where((eb) => within(eb.ref('p.unit_pos'), scope))
      .executeTakeFirst();
    if (point === undefined) return refuse('missing', 'points.not_found', { code });
    const items = await pieces(work).where('e.point_id', '=', point.id).orderBy('e.search_key').limit(200).execute();
    return { point, items, today };
  },
});

/** As many pieces as one phone holds. */
const most = 1000;

/**
 * 待点检: every point of the scope at which something is still owed in the running period, with all that stands there: enough to look it
 * over without a network. What is due first comes first; `cut` when there is more than a phone holds.
 */
export const listSpots = query({
  permission: 'equipment.check',
  async run(work) {
    const rows = await pieces(work)
      .innerJoin(pointsOwing(work).as('owing'), 'owing.point_id', 'e.point_id')
      .innerJoin('points as p', 'p.id', 'e.point_id')
      .innerJoin('units as pu', 'pu.id', 'p.unit_id')
      .select(['p.id as pointId', 'p.code', 'p.name as point', 'pu.name as unit', 'p.unit_id as pointUnitId'])
      .where('p.closed_on', 'is', null)
      .where((eb) => within(eb.ref('p.unit_pos'), work.scope))
      .orderBy('owing.dueOn')
      .orderBy('p.name')
      .orderBy('p.id')
      .orderBy('e.search_key')
      .limit(most + 1)
      .execute();
    const cut = rows.length > most;
    /** Half of what stands at the last point would look like all of it. */
    const plates = platesOf(rows.slice(0, most)).slice(0, cut ? -1 : most);
    return { today: work.today, at: work.now, plates, cut };
  },
});

/** Points with something owed, as many as have room on a phone. */
function pointsOwing({ tx, scope, today }: Reading) {
  return tx
    .selectFrom('fire_spot_duties as d')
    .innerJoin('fire_equipment as e', 'e.id', 'd.equipment_id')
    .select((eb) => ['e.point_id', eb.fn.min('d.due_on').as('dueOn')])
    .where('d.from_on', '<=', today)
    .where('d.due_on', '>=', today)
    .where('d.checked_on', 'is', null)
    .where('e.condition', '<>', 'scrapped')
    .where('e.point_id', 'is not', null)
    .where((eb) => within(eb.ref('d.unit_pos'), scope))
    .groupBy('e.point_id')
    .orderBy('dueOn')
    .orderBy('e.point_id')
    .limit(most);
}

type Row = Awaited<ReturnType<ReturnType<typeof pieces>['execute']>>[number] & {
  readonly pointId: string;
  readonly code: string;
  readonly point: string;
  readonly unit: string;
  readonly pointUnitId: string;
};

function platesOf(rows: readonly Row[]) {
  const byPoint = Map.groupBy(rows, ({ pointId }) => pointId);
  return [...byPoint.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const { pointId: id, code, point: name, unit, pointUnitId: unitId } = first;
    return [{ point: { id, code, name, unit, unitId }, items: all.map(pieceOf) }];
  });
}

function pieceOf({ id, no, kind, name, model, place, condition, unitId, scrapDueOn, checkDueOn, checkedOn }: Row) {
  return { id, no, kind, name, model, place, condition, unitId, scrapDueOn, checkDueOn, checkedOn };
}

/** What is in use in the scope, with the look-over of the running period. */
function pieces({ tx, scope, today }: Reading) {
  return tx
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
      'e.unit_id as unitId',
      'e.scrap_due_on as scrapDueOn',
    ])
    .select(['d.due_on as checkDueOn', 'd.checked_on as checkedOn'])
    .where('e.condition', '<>', 'scrapped')
    .where((eb) => within(eb.ref('e.unit_pos'), scope));
}
