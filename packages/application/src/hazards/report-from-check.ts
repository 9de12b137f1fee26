import { refuse } from '@changming/domain/kernel';

import type { Changed, Writing } from '../context.ts';
import type { fixOnTheSpot } from './fix-on-the-spot.ts';
import { enterHazard, type Entering, withWhatFollows } from './report-hazard.ts';
import { told } from './store.ts';

/** A failed item of a check, as a hazard. Whoever checks has proved the place, so it is given and not looked up. */
export type FromCheck = Omit<Entering, 'anonymous' | 'foundById' | 'checkItemId'> & {
  /** Null where what was checked is no item of a checklist. */
  readonly checkItemId: string | null;
  readonly onTheSpot?: Parameters<typeof fixOnTheSpot>[2] | undefined;
};

/**
 * 检查异常转隐患: the report itself, within the transaction of another verb. The same id again for the same item by the same person is the
 * same hazard and changes nothing; what is no item of a checklist is told from others by its own record, so an id that is known stands for
 * something else there. Refuses by `hazards.id_taken` when the id stands for anything else.
 */
export async function reportFromCheck(work: Writing, { onTheSpot, ...found }: FromCheck): Promise<{ number: string; changed: Changed[] }> {
  const { checkItemId, ...seen } = found;
  const item = checkItemId === null ? {} : { checkItemId };
  const entered = await enterHazard(work, { ...seen, ...item, foundById: work.actor.personId, anonymous: false });
  if (entered === null) return { number: await ownNumber(work, found), changed: [] };
  const { hazard, row } = await withWhatFollows(work, entered, { ...item, onTheSpot });
  const after = { ...told(hazard), category: found.category, source: found.source, checkItemId };
  return { number: row.number, changed: [{ subjectId: found.id, unitId: found.unitId, before: null, after }] };
}

async function ownNumber({ tx, actor }: Writing, { id, checkItemId }: Pick<FromCheck, 'id' | 'checkItemId'>): Promise<string> {
  if (checkItemId === null) refuse('conflict', 'hazards.id_taken', {});
  const own = await tx
    .selectFrom('hazards')
    .select('number')
    .where('id', '=', id)
    .where('check_item_id', '=', checkItemId)
    .where('found_by_id', 'is not distinct from', actor.personId)
    .executeTakeFirst();
  return own?.number ?? refuse('conflict', 'hazards.id_taken', {});
}
