import { blueprint, type Branches, compiledOnce, type Slots, type Tx } from '@changming/database';
import { type ClosedBefore, type FoundAgain, recurrencesOf } from '@changming/domain/hazards';
import { addDays } from '@changming/domain/kernel';

type Found = FoundAgain & { readonly unitPos: number };

/** 回潮: the closings of the same unit and point that this brings back within so many days, latest first. */
export async function broughtBack(tx: Tx, found: Found, recurrenceDays: number): Promise<ClosedBefore[]> {
  const given = { unitPos: found.unitPos, since: addDays(found.foundOn, -recurrenceDays), id: found.id };
  const { rows: closings } = await tx.executeQuery<ClosedBefore>(closingsQuery({ ranges: [], given, fixed: {} }));
  return recurrencesOf(found, closings, recurrenceDays);
}

type Sought = { readonly unitPos: number; readonly since: string; readonly id: string };

/** Every report asks for it, so it is prepared once. */
const closingsQuery = compiledOnce((_: Branches, { unitPos, since, id }: Slots<Sought>) =>
  blueprint
    .selectFrom('hazard_closings as c')
    .innerJoin('hazards as h', 'h.id', 'c.hazard_id')
    .select(['h.id', 'h.unit_id as unitId', 'h.point_id as pointId', 'h.category', 'h.factor', 'h.check_item_id as checkItemId'])
    .select('c.closed_on as closedOn')
    .where('c.unit_pos', '=', unitPos)
    .where('c.closed_on', '>=', since)
    .where('h.id', '!=', id)
    .orderBy('c.closed_on', 'desc')
    .limit(500),
);
