import type { Tx } from '@changming/database';

/** 所在城市 as the unit itself says it; null: as the unit above. */
export async function cityOf(tx: Tx, unitId: string): Promise<string | null> {
  const row = await tx.selectFrom('unit_cities').select('city').where('id', '=', unitId).executeTakeFirst();
  return row?.city ?? null;
}

/** Writes it where it changed; undefined leaves it as it is. Answers what it was. */
export async function saveCity(tx: Tx, unitId: string, city: string | null | undefined): Promise<string | null> {
  const before = await cityOf(tx, unitId);
  if (city === undefined || city === before) return before;
  await tx
    .insertInto('unit_cities')
    .values({ id: unitId, city })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ city }))
    .execute();
  return before;
}
