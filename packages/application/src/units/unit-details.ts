import type { Tx } from '@changming/database';

/** 地址 and 备注 as the profile of a unit tells them. */
export type UnitDetails = { readonly address: string | null; readonly remark: string | null };

/** Parts that are left out stay as they are. */
type Told = { readonly [Part in keyof UnitDetails]?: UnitDetails[Part] | undefined };

export async function detailsOf(tx: Tx, unitId: string): Promise<UnitDetails> {
  const row = await tx.selectFrom('unit_details').select(['address', 'remark']).where('id', '=', unitId).executeTakeFirst();
  return row ?? { address: null, remark: null };
}

/** Of a unit that is new. */
export async function firstDetails(tx: Tx, unitId: string, { address = null, remark = null }: Told = {}): Promise<void> {
  if (address === null && remark === null) return;
  await tx.insertInto('unit_details').values({ id: unitId, address, remark }).execute();
}

/** Writes them where they changed. Answers what they were. */
export async function saveDetails(tx: Tx, unitId: string, { address, remark }: Told): Promise<UnitDetails> {
  const before = await detailsOf(tx, unitId);
  const details = {
    address: address === undefined ? before.address : address,
    remark: remark === undefined ? before.remark : remark,
  };
  if (details.address === before.address && details.remark === before.remark) return before;
  await tx
    .insertInto('unit_details')
    .values({ id: unitId, ...details })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(details))
    .execute();
  return before;
}
