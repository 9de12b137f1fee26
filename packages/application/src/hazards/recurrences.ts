import type { Tx } from '@changming/database';
import { type ClosedBefore, type FoundAgain, recurrencesOf } from '@changming/domain/hazards';
import { addDays } from '@changming/domain/kernel';

import { hazardRules } from './hazard-rules.ts';

/** 回潮: the closings of the same unit and point that this brings back, latest first. */
export async function broughtBack(tx: Tx, found: FoundAgain & { readonly unitPos: number }): Promise<ClosedBefore[]> {
  const { recurrenceDays } = await hazardRules(tx, { unitId: found.unitId, on: found.foundOn });
  const closings = await tx
    .selectFrom('hazard_closings as c')
    .innerJoin('hazards as h', 'h.id', 'c.hazard_id')
    .select(['h.id', 'h.unit_id as unitId', 'h.point_id as pointId', 'h.category', 'h.factor', 'h.check_item_id as checkItemId'])
    .select('c.closed_on as closedOn')
    .where('c.unit_pos', '=', found.unitPos)
    .where('c.closed_on', '>=', addDays(found.foundOn, -recurrenceDays))
    .where('h.id', '!=', found.id)
    .orderBy('c.closed_on', 'desc')
    .limit(500)
    .execute();
  return recurrencesOf(found, closings, recurrenceDays);
}
