import type { Tx } from '@changming/database';

/** What an earlier result has left: whose evidence its photos are, and what its failures became. */
export type Earlier = {
  readonly resultId: string | null;
  /** By the hash of the photo. */
  readonly subjects: ReadonlyMap<string, string>;
  /** Hazards by the code of the item. */
  readonly hazards: ReadonlyMap<string, string>;
};

/** Of the result that is corrected; nothing for one that corrects none. */
export async function earlierOf(tx: Tx, resultId: string | null): Promise<Earlier> {
  if (resultId === null) return { resultId, subjects: new Map(), hazards: new Map() };
  const photos = await tx.selectFrom('inspection_photos').select(['sha256', 'subject_id']).where('result_id', '=', resultId).execute();
  const failures = await tx
    .selectFrom('inspection_failures')
    .select(['item', 'hazard_id'])
    .where('result_id', '=', resultId)
    .where('hazard_id', 'is not', null)
    .execute();
  return {
    resultId,
    subjects: new Map(photos.map(({ sha256, subject_id }) => [sha256, subject_id])),
    hazards: new Map(failures.map(({ item, hazard_id }) => [item, hazard_id ?? ''])),
  };
}

/** The failure that stands in the place of an earlier one is what the hazard came of from now on. */
export async function handOverHazard(tx: Tx, { resultId, hazards }: Earlier, item: string): Promise<string | null> {
  const hazardId = hazards.get(item);
  if (hazardId === undefined || resultId === null) return null;
  await tx.updateTable('inspection_failures').set({ hazard_id: null }).where('result_id', '=', resultId).where('item', '=', item).execute();
  return hazardId;
}
