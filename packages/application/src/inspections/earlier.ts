import type { Tx } from '@changming/database';

/** What an earlier result has left: whose evidence its photos are, and what its failures became. */
export type Earlier = {
  /** By the hash of the photo. */
  readonly subjects: ReadonlyMap<string, string>;
  /** Hazards by the code of the item. */
  readonly hazards: ReadonlyMap<string, { readonly id: string; readonly number: string }>;
};

/** Of the result that is corrected and those that it corrects itself; nothing for one that corrects none. */
export async function earlierOf(tx: Tx, resultId: string | null): Promise<Earlier> {
  if (resultId === null) return { subjects: new Map(), hazards: new Map() };
  const photos = await tx.selectFrom('inspection_photos').select(['sha256', 'subject_id']).where('result_id', '=', resultId).execute();
  const failures = await tx
    .withRecursive('chain', (db) =>
      db
        .selectFrom('inspection_results')
        .select(['id', 'on_day', 'corrects_id'])
        .where('id', '=', resultId)
        .unionAll((more) =>
          more
            .selectFrom('inspection_results as r')
            .innerJoin('chain', (join) => join.onRef('chain.corrects_id', '=', 'r.id').onRef('chain.on_day', '=', 'r.on_day'))
            .select(['r.id', 'r.on_day', 'r.corrects_id']),
        ),
    )
    .selectFrom('inspection_failures as f')
    .innerJoin('chain', 'chain.id', 'f.result_id')
    .innerJoin('hazards as h', 'h.id', 'f.hazard_id')
    .select(['f.item', 'h.id', 'h.number'])
    .execute();
  return {
    subjects: new Map(photos.map(({ sha256, subject_id }) => [sha256, subject_id])),
    hazards: new Map(failures.map(({ item, ...hazard }) => [item, hazard])),
  };
}

/** The failure that stands in the place of an earlier one is what the hazard came of from now on. */
export async function handOverHazard(tx: Tx, { hazards }: Earlier, item: string): Promise<string | null> {
  const hazard = hazards.get(item);
  if (hazard === undefined) return null;
  await tx.updateTable('inspection_failures').set({ hazard_id: null }).where('hazard_id', '=', hazard.id).execute();
  return hazard.id;
}
