import type { Tx } from '@changming/database';
import { type ClosedBefore, type FoundAgain, recurrencesOf } from '@changming/domain/hazards';
import { addDays } from '@changming/domain/kernel';

type Found = FoundAgain & { readonly unitPos: number };

/** 回潮: the closings of the same unit and point that this brings back within so many days, latest first. */
export async function broughtBack(tx: Tx, found: Found, recurrenceDays: number): Promise<ClosedBefore[]> {
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
